import type { PictureRoom } from './picture-size.js'

/**
 * Maximum height of a band, as a fraction of the page. A drawing up to this height without a calm
 * row is not cut.
 */
const tallestBand = 1 / 2
/** A blank row within this many lines is preferred to an earlier row that is not blank. */
const blankWithin = 5

/**
 * A row of pixels where a cut goes through nothing legible. `at` is in mm from the picture's top.
 */
interface Row {
  at: number
  /** Whether the row is completely empty. */
  isBlank: boolean
}

/**
 * Computes where a picture that continues over several pages may be split, in mm from its top, its
 * end included. The bands are stacked and a page takes as many as fit, so they are as small as the
 * picture allows; where no suitable row is near, a band is one line high.
 */
export function bandEnds(
  height: number,
  rows: readonly Row[],
  { line, lines }: PictureRoom,
): number[] {
  const ends: number[] = []
  let at = 0
  while (height - at > line) {
    const calm = rows.filter((row) => row.at >= at + line && row.at < height)
    const blank = calm.find((row) => row.isBlank && row.at <= at + blankWithin * line)
    const next = (blank ?? calm[0])?.at
    const reach = at + tallestBand * lines * line
    if (next === undefined && height <= reach) break
    at = next !== undefined && next <= reach ? next : Math.min(at + line, height)
    if (at < height) ends.push(at)
  }
  return [...ends, height]
}
