import type {
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast'
import type { Position } from 'unist'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import { plainText, pointOf } from '../../text/markdown-tree.js'
import type { Problem } from './context.js'

/** Fewer lines with tabs are a date and a name pushed apart, or a signature. */
const fewestRows = 3
/** With a single tab a longer cell is a paragraph behind its typed number or label, in characters. */
const longestOfTwo = 20

/**
 * Makes a table of lines whose cells are parted by tabs, as Word and Excel put them on the clipboard: at
 * least three lines, one under the other, with as many tabs each. The parser makes each a paragraph.
 * Two columns are a table only where the first has no numbers of items and no labels (时间：). Changes the
 * tree in place.
 *
 * @returns what to say of each.
 */
export function tabTables(body: Root, source: string): { at: Point; problem: Problem }[] {
  const found: { at: Point; problem: Problem }[] = []
  for (let index = 0; index < body.children.length; index++) {
    const rows = rowsFrom(body.children, index, source)
    const columns = rows[0]?.length ?? 0
    if (rows.length < fewestRows || !isTable(rows, columns)) continue
    const table = tableOf(rows, body.children.slice(index, index + rows.length))
    body.children.splice(index, rows.length, table)
    found.push({ at: pointOf(table), problem: sayingOf(rows) })
  }
  return found
}

type Cell = PhrasingContent[]

/** The cells of the paragraphs from an index on, each on the line under the one before. */
function rowsFrom(blocks: readonly RootContent[], from: number, source: string): Cell[][] {
  const rows: Cell[][] = []
  for (let index = from; index < blocks.length; index++) {
    const [block, above] = [blocks[index], blocks[index - 1]]
    if (block?.type !== 'paragraph' || !isOneLine(block)) break
    const isUnder = above?.position?.end.line === (block.position?.start.line ?? 0) - 1
    const cells = [...cellsOf(block), ...emptyAtEnd(block, source)]
    if (index > from && (!isUnder || cells.length !== rows[0]?.length)) break
    if (cells.length < 2) break
    rows.push(cells)
  }
  return rows
}

const isOneLine = ({ position }: Paragraph) => position?.start.line === position?.end.line

/** Of the blanks at the end of a line so many are looked at. */
const longestBlank = 40

/** The empty cells at the end of a line, whose tabs the parser leaves out of the text. */
function emptyAtEnd({ position }: Paragraph, source: string): Cell[] {
  const end = position?.end.offset ?? source.length
  const [before = ''] = /[ \t]*$/.exec(source.slice(Math.max(0, end - longestBlank), end)) ?? []
  const [behind = ''] = /^[ \t]*/.exec(source.slice(end, end + longestBlank)) ?? []
  return [...before, ...behind].filter((character) => character === '\t').map(() => [])
}

/** Cuts a paragraph at the tabs of its texts. */
function cellsOf({ children }: Paragraph): Cell[] {
  const cells: Cell[] = [[]]
  for (const child of children) {
    if (child.type !== 'text') {
      cells.at(-1)?.push(child)
      continue
    }
    let from = 0
    for (const [index, value] of child.value.split('\t').entries()) {
      if (index > 0) cells.push([])
      const text = value.trim()
      const at = from + value.length - value.trimStart().length
      if (text !== '') cells.at(-1)?.push(textAt(text, at, child.position))
      from += value.length + 1
    }
  }
  return cells
}

function textAt(value: string, at: number, position: Position | undefined): PhrasingContent {
  if (!position) return { type: 'text', value }
  const { line, column, offset = 0 } = position.start
  const point = (index: number) => ({ line, column: column + index, offset: offset + index })
  return { type: 'text', value, position: { start: point(at), end: point(at + value.length) } }
}

function isTable(rows: readonly Cell[][], columns: number): boolean {
  const texts = rows.map((row) => row.map(textOf))
  if (texts.some((row) => row.every((text) => text === ''))) return false
  if (columns > 2) return !texts.some((row) => row.slice(0, -1).some(isLabel))
  return texts.every(
    ([first = '', second = '']) =>
      first !== '' &&
      second !== '' &&
      !isLabel(first) &&
      !isItemNumber(first) &&
      Math.max(first.length, second.length) <= longestOfTwo,
  )
}

const textOf = (cell: Cell) => plainText({ type: 'paragraph', children: cell }).trim()
const isLabel = (text: string) => /[：:]$/.test(text)
const isItemNumber = (text: string) =>
  /^[（(]?[\d一二三四五六七八九十①-⑳a-zA-Z]{1,3}[）).．、，]?$|^[•·●■◆\-*]$/u.test(text)

function tableOf(rows: readonly Cell[][], lines: readonly RootContent[]): Table {
  const [first, last] = [lines[0]?.position, lines.at(-1)?.position]
  return {
    type: 'table',
    align: [],
    children: rows.map((cells, index) => rowOf(cells, lines[index]?.position)),
    ...(first && last && { position: { start: first.start, end: last.end } }),
  }
}

const rowOf = (cells: readonly Cell[], position: Position | undefined): TableRow => ({
  type: 'tableRow',
  children: cells.map((children): TableCell => {
    const [first, last] = [children[0]?.position, children.at(-1)?.position]
    const own = first && last && { position: { start: first.start, end: last.end } }
    return { type: 'tableCell', children, ...own }
  }),
  ...(position && { position }),
})

const sayingOf = (rows: readonly Cell[][]): Problem => ({
  rule: 'table-tabs',
  message: `“${excerpt((rows[0] ?? []).map(textOf).join(' '))}”起的 ${rows.length} 行用制表符隔开，排成了表格，第一行当作表头。`,
  hint: '是表格就写成“| 甲 | 乙 |”，表头下面加一行“| --- | --- |”；不是表格，把制表符换成空格。',
})
