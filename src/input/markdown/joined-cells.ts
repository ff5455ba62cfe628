/** What a cell of a table says about its place: words, or that it belongs to a neighbour. */
export type Mark = 'text' | 'right' | 'above'

/** The place of a cell: row and column from 0. */
export interface Cell {
  row: number
  column: number
}

/** Cells set as one. Its text stands in `text`: the last cell of a row, the first of a column. */
export interface Joined extends Cell {
  rows: number
  columns: number
  text: Cell
}

/** Why a cell cannot be joined. */
export interface Misjoined {
  at: Cell
  why: 'last-column' | 'first-row' | 'not-a-rectangle'
}

/**
 * Follows `>` to the right and `^` upwards to the cell that holds the text; the cells that reach the
 * same one are joined and have to make a rectangle. All rows must be equally long.
 */
export function joinCells(marks: readonly (readonly Mark[])[]): {
  cells: Joined[]
  misjoined: Misjoined[]
} {
  const misjoined: Misjoined[] = []
  const groups = new Map<string, { text: Cell; members: Cell[] }>()
  marks.forEach((row, rowIndex) => {
    row.forEach((_, column) => {
      const cell = { row: rowIndex, column }
      const found = follow(cell, marks)
      if ('why' in found) {
        // Each mark on the way leads to the same dead end; the one that stands there says so.
        if (found.at.row === cell.row && found.at.column === cell.column) misjoined.push(found)
        return
      }
      const key = `${found.row},${found.column}`
      const group = groups.get(key) ?? { text: found, members: [] }
      group.members.push(cell)
      groups.set(key, group)
    })
  })
  const cells = [...groups.values()].flatMap(({ text, members }) => {
    const joined = rectangle(text, members)
    if (joined.rows * joined.columns === members.length) return [joined]
    misjoined.push({ at: oddOneOut(text, members), why: 'not-a-rectangle' })
    return []
  })
  return { cells: cells.sort((a, b) => a.row - b.row || a.column - b.column), misjoined }
}

function follow(from: Cell, marks: readonly (readonly Mark[])[]): Cell | Misjoined {
  let { row, column } = from
  for (;;) {
    const mark = marks[row]?.[column]
    if (mark === 'right') {
      if (column + 1 === marks[row]?.length) return { at: { row, column }, why: 'last-column' }
      column += 1
    } else if (mark === 'above') {
      if (row === 0) return { at: { row, column }, why: 'first-row' }
      row -= 1
    } else return { row, column }
  }
}

function rectangle(text: Cell, members: readonly Cell[]): Joined {
  const rows = members.map(({ row }) => row)
  const columns = members.map(({ column }) => column)
  const row = Math.min(...rows)
  const column = Math.min(...columns)
  return {
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
    text,
  }
}

/** The mark to point at: the last one written. */
const oddOneOut = (text: Cell, members: readonly Cell[]): Cell => members.at(-1) ?? text
