import type { Element, ElementContent } from 'hast'
import { cellsOf, rowsOf, span } from '../table-grid.js'

/**
 * Adds a `<thead>`, whose rows are repeated on each page, to an author's table without one. It
 * contains the first rows that hold only `<th>`, and the rows into which a `rowspan` of these
 * reaches. A table that has a `<thead>` is unchanged.
 */
export function withHead(table: Element): Element {
  const parts = table.children.filter((node) => node.type === 'element')
  const body = parts.find(({ tagName }) => tagName === 'tbody' || tagName === 'thead')
  if (body?.tagName !== 'tbody') return table
  const rows = rowsOf(body)
  const count = headRows(rows)
  if (count === 0 || count >= rows.length) return table
  const head = new Set<ElementContent>(rows.slice(0, count))
  const thead = part('thead', [...head])
  const rest = part(
    'tbody',
    body.children.filter((node) => !head.has(node)),
  )
  return {
    ...table,
    children: table.children.flatMap((node) => (node === body ? [thead, rest] : [node])),
  }
}

function headRows(rows: readonly Element[]): number {
  let count = 0
  for (const [index, row] of rows.entries()) {
    const cells = cellsOf(row)
    const isHead = cells.length > 0 && cells.every(({ tagName }) => tagName === 'th')
    if (!isHead && index >= count) break
    count = Math.max(count, index + 1, ...cells.map((cell) => index + span(cell, 'rowSpan')))
  }
  return count
}

const part = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})

/**
 * Moves the `<tfoot>` rows of a table to the end of its body: browsers would print a `<tfoot>` on
 * every page.
 */
export function withFootLast(table: Element): Element {
  const isFoot = (node: ElementContent): node is Element =>
    node.type === 'element' && node.tagName === 'tfoot'
  const feet = table.children.filter(isFoot)
  const others = table.children.filter((node) => !isFoot(node))
  return { ...table, children: [...others, ...feet.map(({ children }) => part('tbody', children))] }
}
