import { columnsOf } from '../text/terminal-width.js'

/** The spaces between two columns of a table. */
export const gap = '  '

/**
 * Formats rows of cells as lines of a table. Columns are aligned by terminal width, so full-width
 * characters count as two. The columns in `words` are left-aligned; the others are right-aligned.
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
