import type { Block, Cell, Inline, WordNote, WordTable } from '../docx/model.js'
import { wordsOf, wordsOfBlocks } from '../docx/reading.js'
import { htmlText } from './escape.js'
import { type InlineStyle, inlineMarkdown } from './inline.js'

/** What a cell of the grid holds: a cell's text, or that it is one with another. */
type Slot = { mark: '>' | '^' } | { cell: Cell } | undefined

/** A table on its grid: the text of joined cells stands in the last of the first row. */
export function tableMarkdown(
  table: WordTable,
  inlinesOf: (block: Block) => Inline[],
  style: InlineStyle,
): { text: string; said: WordNote[] } {
  const { grid, hidden } = gridOf(table)
  const said = hidden.map(
    (cell): WordNote => ({
      kind: 'removed',
      about: 'cell',
      text: cell.blocks.map((block) => wordsOf(inlinesOf(block))).join(''),
      reason: '合并的格子里 Word 也不显示的字',
      place: table.place,
      near: table.id,
    }),
  )
  if (holdsTable(table)) return { text: html(table, inlinesOf), said }
  const lines = grid.map((row, index) =>
    row.map((slot) => {
      if (slot === undefined) return ''
      if ('mark' in slot) return slot.mark
      // The header is set in its own face.
      const text = cellMarkdown(slot.cell, inlinesOf, { ...style, plain: index === 0 })
      return /^[>^]$/.test(text) ? `\\${text}` : text
    }),
  )
  // A table of one row has no header.
  const rows = lines.length === 1 ? [lines[0]?.map(() => '') ?? [], ...lines] : lines
  const [header = [], ...rest] = rows
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return { text: [line(header), line(header.map(() => '---')), ...rest.map(line)].join('\n'), said }
}

const cellMarkdown = (
  { blocks }: Cell,
  inlinesOf: (block: Block) => Inline[],
  style: InlineStyle,
): string =>
  blocks
    .map((block) => inlineMarkdown(inlinesOf(block), { ...style, inCell: true }))
    .filter((text) => text !== '')
    .join('<br>')

/** A cell goes on with the one above when that has the same columns. */
function gridOf({ rows, columns }: WordTable): { grid: Slot[][]; hidden: Cell[] } {
  const hidden: Cell[] = []
  const grid: Slot[][] = []
  const starts = new Map<number, { columns: number; row: number }>()
  for (const [index, { cells }] of rows.entries()) {
    const slots: Slot[] = Array.from({ length: columns }, () => undefined)
    for (const cell of cells) {
      const above = starts.get(cell.column)
      const goesOn = cell.continues && above?.columns === cell.columns && above.row === index - 1
      for (let offset = 0; offset < cell.columns; offset++) {
        const isLast = offset === cell.columns - 1
        slots[cell.column + offset] = goesOn ? { mark: '^' } : isLast ? { cell } : { mark: '>' }
      }
      if (goesOn && wordsOfBlocks(cell.blocks).trim() !== '') hidden.push(cell)
      starts.set(cell.column, { columns: cell.columns, row: index })
    }
    grid.push(slots)
  }
  return { grid, hidden }
}

const holdsTable = ({ rows }: WordTable): boolean =>
  rows.some(({ cells }) => cells.some(({ blocks }) => blocks.some(({ type }) => type === 'table')))

/** A table with tables in it, as HTML. */
function html(table: WordTable, inlinesOf: (block: Block) => Inline[]): string {
  const { grid } = gridOf(table)
  const rowSpan = (row: number, column: number) => {
    let rows = 1
    while (isAbove(grid[row + rows]?.[column])) rows += 1
    return rows
  }
  const lines = grid.map((slots, row) => {
    const cells = slots.flatMap((slot, column) => {
      if (!slot || 'mark' in slot) return slot ? [] : ['<td></td>']
      const { cell } = slot
      const spans = [
        cell.columns > 1 ? ` colspan="${cell.columns}"` : '',
        rowSpan(row, column) > 1 ? ` rowspan="${rowSpan(row, column)}"` : '',
      ].join('')
      const content = cell.blocks.map((block) =>
        block.type === 'table' ? html(block, inlinesOf) : htmlOf(inlinesOf(block)),
      )
      return [`<td${spans}>${content.join('<br>')}</td>`]
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>\n${lines.join('\n')}\n</table>`
}

const isAbove = (slot: Slot): boolean => slot !== undefined && 'mark' in slot && slot.mark === '^'

const htmlOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) => {
      if (one.type === 'break') return '<br>'
      if (one.type === 'ruby') return htmlText(one.base + one.over)
      if (one.type !== 'text') return ''
      const text = htmlText(one.text)
      return one.face.bold ? `<b>${text}</b>` : text
    })
    .join('')
