import type { Box } from '../content/matrix.js'
import { points } from './paper-sizes.js'

/** Distance of the marks from the bleed, and their length, in mm. */
const GAP = 1
const LENGTH = 5

/** What the marks need outside of the bleed, in mm: gap, length, and a margin to the paper's edge. */
export const marksMargin = GAP + LENGTH + 2

/** Width of the lines, in points: 0.25 pt is the thinnest that every press shows. */
const LINE = 0.25

/**
 * Returns a content stream of the eight marks at the corners of a trim, outside of the bleed, in
 * black. `folds` are the x of further marks, dashed, at the top and bottom: where a sheet is folded.
 *
 * @param bleed In mm.
 */
export function cropMarks(trim: Box, bleed: number, folds: readonly number[] = []): string {
  const [left, bottom, right, top] = trim
  const [near, far] = [points(bleed + GAP), points(bleed + GAP + LENGTH)]
  const lines: [number, number, number, number][] = []
  for (const x of [left, right]) {
    lines.push([x, bottom - near, x, bottom - far], [x, top + near, x, top + far])
  }
  for (const y of [bottom, top]) {
    lines.push([left - near, y, left - far, y], [right + near, y, right + far, y])
  }
  const fold = folds.flatMap((x) => [
    [x, bottom - near, x, bottom - far] as const,
    [x, top + near, x, top + far] as const,
  ])
  return [
    `0 G ${LINE} w`,
    ...lines.map(drawn),
    ...(fold.length > 0 ? ['[2 2] 0 d', ...fold.map(drawn)] : []),
  ].join('\n')
}

const drawn = ([x, y, X, Y]: readonly [number, number, number, number]): string =>
  `${short(x)} ${short(y)} m ${short(X)} ${short(Y)} l S`

const short = (value: number): string => String(Math.round(value * 1000) / 1000)
