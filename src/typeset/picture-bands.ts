import type { PictureRoom } from './picture-size.js'

/** The tallest band, in parts of a page: what is drawn in one piece up to there is not cut. */
const most = 1 / 2
/** Lines in which a blank row is better than another that comes before it. */
const near = 5

/** A row where nothing that can be read is cut, mm from the picture's top. */
interface Row {
  at: number
  /** Nothing is on it at all. */
  isBlank: boolean
}

/**
 * Where a picture that goes on over several pages may be parted, mm from its top, its foot included. The
 * bands between are stacked, and a page takes as many as fit: so they are small where the picture
 * allows it, and where no row is near, one line high.
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
    const blank = calm.find((row) => row.isBlank && row.at <= at + near * line)
    const next = (blank ?? calm[0])?.at
    const reach = at + most * lines * line
    if (next === undefined && height <= reach) break
    at = next !== undefined && next <= reach ? next : Math.min(at + line, height)
    if (at < height) ends.push(at)
  }
  return [...ends, height]
}
