import type { Box } from '../content/matrix.js'

/** Returns millimetres in points. */
export const points = (mm: number): number => (mm * 72) / 25.4

/** Returns points in millimetres. */
export const millimetres = (length: number): number => (length * 25.4) / 72

/** ISO 216, in mm, upright. */
export const paper = { a3: [297, 420], a4: [210, 297], a5: [148, 210] } as const

/** How much a page may differ from a paper size to be meant as one, in points: half a millimetre. */
const TOLERANCE = 1.4

/**
 * Returns the trim of a page: the paper size that it is meant to have, around its middle. The
 * browser rounds A4 to whole pixels, 0.1 mm less than it is.
 */
export function trimOf([left, bottom, right, top]: Box): Box {
  for (const [short, long] of Object.values(paper)) {
    for (const [width, height] of [
      [points(short), points(long)],
      [points(long), points(short)],
    ] as const) {
      const [dx, dy] = [width - (right - left), height - (top - bottom)]
      if (Math.abs(dx) <= TOLERANCE && Math.abs(dy) <= TOLERANCE)
        return [left - dx / 2, bottom - dy / 2, right + dx / 2, top + dy / 2]
    }
  }
  return [left, bottom, right, top]
}

/** Returns a box with more on every side, in points. */
export const grown = ([left, bottom, right, top]: Box, by: number): Box => [
  left - by,
  bottom - by,
  right + by,
  top + by,
]

/** Formats a box, to a thousandth of a point. */
export const boxOf = (box: Box): string =>
  `[${box.map((value) => Math.round(value * 1000) / 1000).join(' ')}]`
