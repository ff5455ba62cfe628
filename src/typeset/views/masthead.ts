import { widthInEm } from '../../text/em-width.js'
import { titleLines } from '../../text/title-lines.js'
import type { Masthead } from '../view-model.js'

/** Width of the type area, pt. */
const measure = 442
/** Largest letters, pt: larger ones leave the cover top-heavy. */
const usualLargest = 72
/** A name of more cells stands in two lines. */
const longest = 13

/** Letters as large and as far apart as the name allows: 工 作 通 讯 wide, a long name close. */
export function mastheadOf(title: string, largest = usualLargest): Masthead {
  const cells = widthInEm(title)
  const lines =
    cells > longest || title.includes('\n')
      ? titleLines(title, Math.max(longest, Math.ceil(cells / 2)))
      : [title]
  const widest = Math.max(1, ...lines.map(widthOf))
  const letters = Math.max(1, ...lines.map((line) => [...line].length))
  const spacing = letters <= 5 ? 0.35 : letters <= 8 ? 0.15 : 0.05
  const size = Math.min(largest, measure / (widest + (letters - 1) * spacing))
  return { lines, size: Math.floor(size), spacing }
}

/** Half a cell is the mean of Latin text; that of a name in bold capitals is nearer to two thirds. */
const widthOf = (line: string): number =>
  widthInEm(line) + [...line].filter((letter) => widthInEm(letter) < 1).length / 6
