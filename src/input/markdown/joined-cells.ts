/** The content of a table cell: text, or a mark that joins it to a neighbour. */
export type Mark = 'text' | 'right' | 'above'

/** The position of a cell: row and column from 0. */
export interface Cell {
  row: number
  column: number
}

/**
 * Joined cells. `text` is the cell with their text: the last cell of a row, the first of a column.
 */
export interface Joined extends Cell {
  rows: number
  columns: number
  text: Cell
}

/** The reason why a cell cannot be joined. */
export interface Misjoined {
  at: Cell
  why: 'last-column' | 'first-row' | 'not-a-rectangle'
}

/**
 * Follows `>` to the right and `^` upwards to the cell with the text. Cells that lead to the same
 * cell are joined and must form a rectangle. All rows must have the same length.
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
        // Several marks may lead to the same error; it is reported once, at the cell where it
        // occurs.
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
    misjoined.push({ at: lastMember(text, members), why: 'not-a-rectangle' })
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

/** The cell to report: the last one in reading order. */
const lastMember = (text: Cell, members: readonly Cell[]): Cell => members.at(-1) ?? text
