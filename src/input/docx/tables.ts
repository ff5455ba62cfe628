import { branchOf } from './alternatives.js'
import type { Block, Cell, Row, WordTable } from './model.js'
import { type Reading, wordsOfBlocks } from './reading.js'
import { noteChange } from './runs.js'
import { child, elementsOf, settingOf, toggle, whole, type XmlElement } from './xml.js'

/** A table of Word has no more columns; what spans more was not written by a word processor. */
const mostColumns = 63

/** Reads a table onto its grid; nothing when no row is left of it. */
export function readTable(reading: Reading, element: XmlElement): Block[] {
  reading.tables += 1
  const { place: before } = reading
  const place = `表${reading.tables}`
  const id = reading.nextId()
  const rows: Row[] = []
  for (const row of flattened(element, 'w:tr')) {
    const read = readRow(reading, row, `${place}第${rows.length + 1}行`)
    if (read) rows.push(read)
  }
  reading.place = before
  reading.near = id
  const ends = rows.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns))
  const columns = Math.max(0, ...ends)
  const table: WordTable = { type: 'table', id, place, columns, rows }
  return columns === 0 ? [] : [table]
}

/** The rows or cells of an element, out of whatever is wrapped around them. */
function flattened(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((one) => {
    if (one.name === name) return [one]
    if (one.name === 'w:sdt') {
      const content = child(one, 'w:sdtContent')
      return content ? flattened(content, name) : []
    }
    if (one.name === 'mc:AlternateContent') {
      const branch = branchOf(one)
      return branch ? flattened(branch, name) : []
    }
    return one.name === 'w:customXml' ? flattened(one, name) : []
  })
}

function readRow(reading: Reading, row: XmlElement, place: string): Row | undefined {
  const properties = child(row, 'w:trPr')
  let column = span(settingOf(properties, 'w:gridBefore')) ?? 0
  const cells: Cell[] = []
  for (const cell of flattened(row, 'w:tc')) {
    reading.place = `${place}第${cells.length + 1}格`
    const read = readCell(reading, cell, column)
    column += read.columns
    const last = cells.at(-1)
    if (last && isJoinedLeft(cell)) {
      last.columns += read.columns
      last.blocks.push(...read.blocks)
    } else cells.push(read)
  }
  reading.place = place
  return isGone(reading, properties, cells) ? undefined : { header: isHeader(properties), cells }
}

const isHeader = (properties: XmlElement | undefined): boolean =>
  toggle(properties, 'w:tblHeader') ?? false

/** `w:hMerge`, which only old programs write. */
const isJoinedLeft = (cell: XmlElement): boolean => {
  const merge = settingOf(child(cell, 'w:tcPr'), 'w:hMerge')
  return merge !== undefined && merge !== 'restart'
}

function readCell(reading: Reading, cell: XmlElement, column: number): Cell {
  const properties = child(cell, 'w:tcPr')
  const columns = Math.max(1, span(settingOf(properties, 'w:gridSpan')) ?? 1)
  const merge = settingOf(properties, 'w:vMerge')
  const continues = merge !== undefined && merge !== 'restart'
  return { column, columns, continues, blocks: reading.blocksIn(cell) }
}

/** A number of columns. */
function span(text: string | undefined): number | undefined {
  const columns = whole(text)
  return columns === undefined ? undefined : Math.min(Math.max(columns, 0), mostColumns)
}

/** Whether a row is gone with the changes; its words are listed then. */
function isGone(
  reading: Reading,
  properties: XmlElement | undefined,
  cells: readonly Cell[],
): boolean {
  const [added, removed] = [child(properties, 'w:ins'), child(properties, 'w:del')]
  const change = reading.changes === 'accept' ? removed : added
  if (!change) return false
  const text = cells.map(({ blocks }) => wordsOfBlocks(blocks)).join(' ')
  noteChange(reading, { what: removed ? 'deleted' : 'inserted', kept: false, text }, change)
  return true
}
