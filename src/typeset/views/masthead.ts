import { widthInEm } from '../../text/em-width.js'
import { titleLines } from '../../text/title-lines.js'
import type { Masthead } from '../view-model.js'

/** Width of the type area, pt. */
const measure = 442
/** Maximum letter size, pt. Larger letters make the cover top-heavy. */
const usualLargest = 72
/** A name of more cells is set in two lines. */
const longest = 13

/**
 * The name in the largest letters and spacing that fit: 工 作 通 讯 is spaced widely, a long name
 * closely.
 */
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

/**
 * Width of a line in em, with a correction for Latin: `widthInEm` counts half an em, the mean of
 * running text, but bold capitals are close to two thirds.
 */
const widthOf = (line: string): number =>
  widthInEm(line) + [...line].filter((letter) => widthInEm(letter) < 1).length / 6
