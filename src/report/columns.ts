import { columnsOf } from '../text/terminal-width.js'

/** Blanks between two columns of a table. */
export const gap = '  '

/**
 * Rows of cells as lines of a table whose columns also line up under full-width characters. Columns
 * of words stand flush left, those of numbers flush right.
 */
export function inColumns(
  rows: readonly (readonly string[])[],
  words: readonly number[] = [0],
): string[] {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => columnsOf(row[i] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const blank = ' '.repeat((widths[i] ?? 0) - columnsOf(cell))
        return words.includes(i) ? cell + blank : blank + cell
      })
      .join(gap)
      .trimEnd(),
  )
}
