import { loadSharp, mostPixels } from './sharp.js'

/**
 * Width to which pictures are scaled for comparing rows, px. Enough to keep the strokes of letters
 * in a screenshot.
 */
const columns = 256
/** Maximum number of rows that are compared. A taller picture is scaled down. */
const mostRows = 20_000
/** Difference in grey levels that JPEG noise may cause between equal rows. */
const noise = 10
/** Minimum number of equal rows at which a picture can be cut. */
const fewest = 4

/** A row at which a picture can be cut. */
export interface CalmRow {
  /** Distance from the top as a share of the picture's height, 0–1. */
  at: number
  /** True if the row has one colour; otherwise it may be inside a speech bubble or a bar. */
  isBlank: boolean
}

/**
 * Returns the rows, from the top, at which a picture can be cut without cutting letters: the
 * middles of stretches of equal rows.
 */
export async function calmRows(bytes: Buffer): Promise<CalmRow[]> {
  const sharp = await loadSharp()
  const picture = sharp(bytes, { limitInputPixels: mostPixels })
  const { height: whole } = (await picture.metadata()).autoOrient
  const height = Math.min(whole, mostRows)
  const grey = await picture
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ width: columns, height, fit: 'fill', kernel: 'nearest' })
    .greyscale()
    .raw()
    .toBuffer()
  const found: CalmRow[] = []
  let start = 0
  for (let row = 1; row <= height; row++) {
    if (row < height && isLike(grey, row)) continue
    if (row - start >= fewest)
      found.push({ at: (start + row) / 2 / height, isBlank: isBlank(grey, start) })
    start = row
  }
  return found
}

/** Whether a row equals the one above it. */
function isLike(grey: Buffer, row: number): boolean {
  for (let at = row * columns; at < (row + 1) * columns; at++) {
    if (Math.abs((grey[at] ?? 0) - (grey[at - columns] ?? 0)) > noise) return false
  }
  return true
}

/** Whether a row has one colour. */
function isBlank(grey: Buffer, row: number): boolean {
  const colours = grey.subarray(row * columns, (row + 1) * columns)
  return Math.max(...colours) - Math.min(...colours) <= noise
}
