import { cellsOf } from './cells.js'
import { titleLines } from './title-lines.js'

/** The publication's name as the cover sets it. */
export interface Masthead {
  lines: string[]
  /** Size of the letters, pt. */
  size: number
  /** Space between them, em. */
  spacing: number
}

/** Width of the type area, pt. */
const measure = 442
/** Largest letters, pt: larger ones leave the cover top-heavy. */
const largest = 72
/** A name of more cells stands in two lines. */
const longest = 13

/** Letters as large and as far apart as the name allows: 工 作 通 讯 wide, a long name close. */
export function mastheadOf(title: string): Masthead {
  const cells = cellsOf(title)
  const lines =
    cells > longest || title.includes('\n')
      ? titleLines(title, Math.max(longest, Math.ceil(cells / 2)))
      : [title]
  const widest = Math.max(1, ...lines.map(cellsOf))
  const spacing = widest <= 5 ? 0.35 : widest <= 8 ? 0.15 : 0.05
  const size = Math.min(largest, measure / (widest + (widest - 1) * spacing))
  return { lines, size: Math.floor(size), spacing }
}
