import type { RootContent, Table, TableCell, TableRow } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { excerpt } from '../../text/excerpt.js'
import { plainText } from '../../text/markdown-tree.js'
import type { ParseContext, TreeStep } from './context.js'
import type { HastNode } from './hast-node.js'
import { h } from './hast-node.js'
import type { Joined, Mark, Misjoined } from './joined-cells.js'
import { joinCells } from './joined-cells.js'

/**
 * Sets tables with joined cells. Body rows that a `^` joins to the header become header rows, so
 * that they are repeated with it. GFM requires a header row; one without any text is removed.
 */
export const tables: TreeStep = (tree, context) => {
  visit(tree, 'table', (node, index, parent) => {
    if (index === undefined || !parent) return
    parent.children[index] = setTable(node, context)
    return [SKIP, index]
  })
}

function setTable(table: Table, context: ParseContext): HastNode {
  const columns = table.children[0]?.children.length ?? 0
  for (const row of table.children) reportExtraCells(row, columns, context)
  const rows = table.children.map(({ children }) =>
    Array.from({ length: columns }, (_, column) => children[column] ?? emptyCell()),
  )
  const { cells, misjoined } = joinCells(rows.map((row) => row.map(alignmentMarkOf)))
  for (const { at, why } of misjoined) {
    const cell = rows[at.row]?.[at.column]
    context.error(cell?.children[0] ?? cell ?? table, messages[why])
  }
  const header = headerRows(cells)
  const lines = table.children.map((row, index) => {
    const own = cells.filter((cell) => cell.row === index)
    const set = own.map((joined) => setCell(joined, rows, table, index < header))
    return h('tr', {}, set, row)
  })
  const bare = rows.slice(0, header).every((row) => row.every(isEmpty))
  const parts = [
    ...(bare ? [] : [h('thead', {}, lines.slice(0, header))]),
    ...(lines.length > header ? [h('tbody', {}, lines.slice(header))] : []),
  ]
  return h('div', { className: ['table'] }, [h('table', {}, parts, table)], table)
}

function setCell(
  { text, rows: rowSpan, columns: colSpan }: Joined,
  rows: TableCell[][],
  { align }: Table,
  inHeader: boolean,
): HastNode {
  const cell = rows[text.row]?.[text.column] ?? emptyCell()
  const side = align?.[text.column]
  const properties = {
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(side && { align: side }),
  }
  return h(inHeader ? 'th' : 'td', properties, cell.children as RootContent[], cell)
}

/** The number of header rows: the first row, and every row that joined cells connect to it. */
function headerRows(cells: readonly Joined[]): number {
  let count = 1
  for (const { row, rows } of cells) if (row < count) count = Math.max(count, row + rows)
  return count
}

/**
 * Recognises a cell that contains only `>` or `^`. An escaped mark is longer in the source than its
 * value.
 */
function alignmentMarkOf({ children: [only, ...others] }: TableCell): Mark {
  if (only?.type !== 'text' || others.length > 0) return 'text'
  const { start, end } = only.position ?? {}
  if ((end?.offset ?? 0) - (start?.offset ?? 0) !== 1) return 'text'
  return only.value === '>' ? 'right' : only.value === '^' ? 'above' : 'text'
}

const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] })
const isEmpty = ({ children }: TableCell) => children.length === 0

function reportExtraCells({ children }: TableRow, columns: number, context: ParseContext): void {
  const extra = children[columns]
  if (!extra) return
  context.error(extra, {
    rule: 'table-extra-cell',
    message: `这一行有 ${children.length} 格，表头只有 ${columns} 格，“${excerpt(plainText(extra))}”印不出来。`,
    hint: '在表头补上缺的格子，或删掉多余的 |；文字里的竖线写成 \\|。',
  })
}

const messages = {
  'last-column': {
    rule: 'table-join',
    message: '“>”在最后一列，右边没有格子可以合并。',
    hint: '要合并几格，字写在最右边一格，左边各格写 >；要印出这个符号，写成 \\>。',
  },
  'first-row': {
    rule: 'table-join',
    message: '“^”在第一行，上面没有格子可以合并。',
    hint: '把 ^ 换成这一格的字；要印出这个符号，写成 \\^。',
  },
  'not-a-rectangle': {
    rule: 'table-join',
    message: '这里要合并的格子拼不成一个方块。',
    hint: '让合并的每一行一样长：第一行写 > 和字，下面各行同样的位置都写 ^。',
  },
} satisfies Record<Misjoined['why'], { rule: string; message: string; hint: string }>
