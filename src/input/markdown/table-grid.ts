import type { Element, ElementContent } from 'hast'

/** The rows of a table, excluding those of nested tables. */
export function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })
}

/** The cells of a row. */
export const cellsOf = (row: Element): Element[] => row.children.filter(isCell)

/** The width of a cell as a fraction (0–1) of its table, assuming columns of equal width. */
export function shareOf(cell: Element, table: Element): number {
  const widths = rowsOf(table).map((row) =>
    cellsOf(row).reduce((sum, one) => sum + span(one, 'colSpan'), 0),
  )
  return span(cell, 'colSpan') / Math.max(1, ...widths)
}

/** The number of columns or rows that a cell spans. */
export const span = ({ properties }: Element, name: 'colSpan' | 'rowSpan'): number =>
  Number(properties[name] ?? 1)

const isCell = (node: ElementContent): node is Element =>
  node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th')
