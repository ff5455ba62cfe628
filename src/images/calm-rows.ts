import { loadSharp, mostPixels } from './sharp.js'

/** Columns in which rows are compared: enough for the strokes of a screenshot's letters. */
const columns = 256
/** Rows that are compared; a taller picture is looked at more coarsely. */
const mostRows = 20_000
/** Levels of grey by which the noise of a JPEG may change a row. */
const noise = 10
/** Rows that are alike where a picture can be cut. */
const fewest = 4

/** A place to cut a picture across. */
export interface CalmRow {
  /** Share of the picture's height, from its top. */
  at: number
  /** Nothing is on it from side to side; else it may lie within a bubble or a bar. */
  isBlank: boolean
}

/**
 * Where a picture can be cut across without cutting letters: the middles of the stretches in which one
 * row is like the next, from the top.
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

/** Whether a row is like the one above it. */
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
