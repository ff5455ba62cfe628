import { golden } from './golden.js'

/** Pixels in rows from the top, one byte per channel; with one or two channels they are grey. */
export interface RawPixels {
  data: Uint8Array
  width: number
  height: number
  channels: 1 | 2 | 3 | 4
}

/** What is known of the brightness of a picture, in rows of JPEG blocks from its whole height. */
export interface Spectra {
  /** Blocks in a row. */
  columns: number
  /**
   * The amounts of the waves of which JPEG makes a block (ITU-T T.81, A.3.3), without their signs:
   * {@link blockSize} for each block, by rows. A sum of their squares is that of the pixels.
   */
  waves: Float32Array
  /** The variance of the pixels in each window, one less in a row than blocks. */
  variances: Float32Array
}

/** Side of a block of JPEG, and of a window, px. */
const side = 8
/** Values of a block. */
export const blockSize = side * side
/**
 * Each window is half of one block and half of the next: what coding does to a block of letters is
 * seen in the paper beside them.
 */
const offset = side / 2
/** About so many blocks are looked at, of a picture that has more. */
const wanted = 1500
/** The least blocks that are looked at in a row. */
const shortest = 8

/**
 * Reads the brightness of a picture, in a part of each row of blocks. Blocks that its edges cut off are
 * left out. Of a very high picture, not every row is looked at.
 */
export function spectraOf(pixels: RawPixels): Spectra {
  const across = Math.floor(pixels.width / side)
  const down = Math.floor(pixels.height / side)
  const apart = Math.max(1, Math.ceil((down * shortest) / wanted))
  const rows = Math.ceil(down / apart)
  const columns = Math.min(across, Math.max(shortest, Math.round(wanted / Math.max(1, rows))))
  const waves = new Float32Array(rows * columns * blockSize)
  const variances = new Float32Array(rows * Math.max(0, columns - 1))
  const width = columns * side
  const strip = new Float32Array(width * side)
  const block = new Float32Array(blockSize)
  for (let row = 0; row < rows; row++) {
    const first = Math.floor(((row * golden) % 1) * (across - columns + 1))
    readBrightness(pixels, { left: first * side, top: row * apart * side, width }, strip)
    for (let column = 0; column < columns; column++) {
      const left = column * side
      for (let line = 0; line < side; line++)
        transform(strip, line * width + left, 1, block, line * side)
      for (let line = 0; line < side; line++) transform(block, line, side, block, line)
      const at = (row * columns + column) * blockSize
      for (let index = 0; index < blockSize; index++)
        waves[at + index] = Math.abs(block[index] ?? 0)
      if (column + 1 < columns)
        variances[row * (columns - 1) + column] = varianceAt(strip, width, left + offset)
    }
  }
  return { columns, waves, variances }
}

/** Reads the brightness, 0–255 (ITU-R BT.601), of a row of blocks. */
function readBrightness(
  { data, width: across, channels }: RawPixels,
  { left, top, width }: { left: number; top: number; width: number },
  strip: Float32Array,
): void {
  for (let line = 0, to = 0; line < side; line++) {
    let at = ((top + line) * across + left) * channels
    for (const end = to + width; to < end; to++, at += channels) {
      const value = data[at] ?? 0
      strip[to] =
        channels < 3
          ? value
          : 0.299 * value + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
    }
  }
}

/** The variance in the window of a strip that begins at `left`. */
function varianceAt(strip: Float32Array, width: number, left: number): number {
  let [sum, squares] = [0, 0]
  for (let line = 0; line < side; line++) {
    for (let at = line * width + left, end = at + side; at < end; at++) {
      const value = strip[at] ?? 0
      sum += value
      squares += value * value
    }
  }
  return Math.max(0, squares / blockSize - (sum / blockSize) ** 2)
}

/** Half the cosines of π/16, 2π/16 … */
const [c1, c2, c3, c4, c5, c6, c7] = Array.from(
  { length: side - 1 },
  (_, index) => Math.cos(((index + 1) * Math.PI) / 16) / 2,
) as [number, number, number, number, number, number, number]

/**
 * The orthonormal cosine transform of eight values, `step` apart from `start`, which may be put where
 * they were, or elsewhere with the same step.
 */
function transform(
  from: Float32Array,
  start: number,
  step: number,
  to: Float32Array,
  into: number,
): void {
  const v0 = from[start] ?? 0
  const v1 = from[start + step] ?? 0
  const v2 = from[start + 2 * step] ?? 0
  const v3 = from[start + 3 * step] ?? 0
  const v4 = from[start + 4 * step] ?? 0
  const v5 = from[start + 5 * step] ?? 0
  const v6 = from[start + 6 * step] ?? 0
  const v7 = from[start + 7 * step] ?? 0
  const s0 = v0 + v7
  const s1 = v1 + v6
  const s2 = v2 + v5
  const s3 = v3 + v4
  const d0 = v0 - v7
  const d1 = v1 - v6
  const d2 = v2 - v5
  const d3 = v3 - v4
  to[into] = c4 * (s0 + s1 + s2 + s3)
  to[into + step] = c1 * d0 + c3 * d1 + c5 * d2 + c7 * d3
  to[into + 2 * step] = c2 * (s0 - s3) + c6 * (s1 - s2)
  to[into + 3 * step] = c3 * d0 - c7 * d1 - c1 * d2 - c5 * d3
  to[into + 4 * step] = c4 * (s0 - s1 - s2 + s3)
  to[into + 5 * step] = c5 * d0 - c1 * d1 + c7 * d2 + c3 * d3
  to[into + 6 * step] = c6 * (s0 - s3) - c2 * (s1 - s2)
  to[into + 7 * step] = c7 * d0 - c5 * d1 + c3 * d2 - c1 * d3
}
