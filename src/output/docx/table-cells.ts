import type { Element } from 'hast'

/** A cell of the grid of a table, or the continuation of one that reaches down into this row. */
export interface GridCell {
  /** Undefined for a continuation, and for a place that the author left out. */
  node?: Element
  column: number
  columns: number
  /** Of a cell that is several rows high: its first row, or one of the others. */
  merge?: 'first' | 'further'
}

/** The cells of a table, row by row, every column of the grid covered once. */
export function gridOf(table: Element): {
  rows: { cells: GridCell[]; isHead: boolean }[]
  columns: number
} {
  /** By column: what reaches down from the rows above, and for how many rows more. */
  const hanging = new Map<number, { columns: number; rows: number }>()
  const rows = rowsOf(table).map(({ row, isHead }) => {
    const cells: GridCell[] = []
    let column = 0
    const skipHanging = () => {
      for (let above = hanging.get(column); above; above = hanging.get(column)) {
        cells.push({ column, columns: above.columns, merge: 'further' })
        if (above.rows === 1) hanging.delete(column)
        else hanging.set(column, { ...above, rows: above.rows - 1 })
        column += above.columns
      }
    }
    const begun: [column: number, hanging: { columns: number; rows: number }][] = []
    for (const node of elementsIn(row)) {
      skipHanging()
      const columns = spanOf(node, 'colSpan')
      const rows = spanOf(node, 'rowSpan')
      cells.push({ node, column, columns, ...(rows > 1 && { merge: 'first' as const }) })
      if (rows > 1) begun.push([column, { columns, rows: rows - 1 }])
      column += columns
    }
    // A row may end before a cell that reaches down into it.
    for (let last = lastOf(hanging); column <= last; last = lastOf(hanging)) {
      if (!hanging.has(column)) {
        const next = Math.min(...[...hanging.keys()].filter((at) => at > column))
        cells.push({ column, columns: next - column })
        column = next
      }
      skipHanging()
    }
    for (const [at, one] of begun) hanging.set(at, one)
    return { cells, isHead, width: column }
  })
  const columns = Math.max(0, ...rows.map(({ width }) => width))
  return {
    columns,
    rows: rows.map(({ cells, isHead, width }) => ({
      isHead,
      cells: width < columns ? [...cells, { column: width, columns: columns - width }] : cells,
    })),
  }
}

const lastOf = (hanging: ReadonlyMap<number, unknown>): number => Math.max(-1, ...hanging.keys())

const rowsOf = (table: Element): { row: Element; isHead: boolean }[] =>
  elementsIn(table).flatMap((part) => {
    const isHead = part.tagName === 'thead'
    if (part.tagName === 'tr') return [{ row: part, isHead: false }]
    if (!/^t(?:head|body|foot)$/.test(part.tagName)) return []
    return elementsIn(part)
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => ({ row, isHead }))
  })

const elementsIn = ({ children }: Element): Element[] =>
  children.filter((node) => node.type === 'element')

const spanOf = ({ properties }: Element, name: 'colSpan' | 'rowSpan'): number =>
  Math.max(1, Number(properties[name] ?? 1) || 1)
