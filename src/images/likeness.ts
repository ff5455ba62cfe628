import { blockSize, type Spectra } from './spectra.js'

/** How much a picture is like another: 1 where nothing differs. */
export interface Likeness {
  /** The mean of all windows. */
  mean: number
  /** The windows are better than this, but for one in a hundred. */
  worst: number
}

/** The constant of the index for values of 0–255: (0.03 × 255)². */
const c2 = 58.5225

/**
 * Steps to which JPEG rounds the waves of brightness at quality 50 (ITU-T T.81, table K.1), by rows.
 */
// biome-ignore format: a table
const stepsOfHalf = [
  16, 11, 10, 16, 24, 40, 51, 61,
  12, 12, 14, 19, 26, 58, 60, 55,
  14, 13, 16, 24, 40, 57, 69, 56,
  14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77,
  24, 35, 55, 64, 81, 104, 113, 92,
  49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
]

/** The steps at a quality of 50–100, as libjpeg computes them; a test reads those in a file. */
export const stepsAt = (quality: number): number[] =>
  stepsOfHalf.map((step) => Math.max(1, Math.floor((step * (200 - 2 * quality) + 50) / 100)))

/**
 * Variance that a pixel gets from being rounded to whole levels: of brightness when it is coded and
 * when it is decoded, then of red, green and blue.
 */
const rounding = (2 + 0.299 ** 2 + 0.587 ** 2 + 0.114 ** 2) / 12

/**
 * How like to its source a JPEG of this quality, 50–100, will be: the structural similarity index of
 * the brightness (Wang, Bovik, Sheikh and Simoncelli, “Image quality assessment: from error visibility
 * to structural similarity”, IEEE Transactions on Image Processing 13, 2004), without its factor for
 * means, which JPEG keeps. With the variances v of both windows and e of their difference the index is
 * 1 − e ÷ (2 v + e + c₂). JPEG rounds the waves of a block, and the squares of what that changes are
 * those of the pixels; so nothing needs to be coded and decoded. Without windows, a picture is like
 * nothing.
 */
export function likenessAt(quality: number, { columns, waves, variances }: Spectra): Likeness {
  if (variances.length === 0) return { mean: 0, worst: 0 }
  const errors = errorsAt(quality, waves)
  const found = new Float64Array(variances.length)
  let sum = 0
  for (let window = 0; window < found.length; window++) {
    const block = window + Math.floor(window / (columns - 1))
    const error = ((errors[block] ?? 0) + (errors[block + 1] ?? 0)) / 2
    const index = 1 - error / (2 * (variances[window] ?? 0) + error + c2)
    found[window] = index
    sum += index
  }
  return { mean: sum / found.length, worst: found.sort()[Math.floor(found.length / 100)] ?? 0 }
}

/** The variance of what a JPEG of this quality changes in the pixels of each block. */
function errorsAt(quality: number, waves: Float32Array): Float32Array {
  const steps = Float32Array.from(stepsAt(quality))
  const errors = new Float32Array(waves.length / blockSize)
  for (let block = 0, at = 0; block < errors.length; block++) {
    let sum = 0
    for (let index = 0; index < blockSize; index++, at++) {
      const wave = waves[at] ?? 0
      const step = steps[index] ?? 1
      const error = wave - step * Math.floor(wave / step + 0.5)
      sum += error * error
    }
    errors[block] = sum / blockSize + rounding
  }
  return errors
}
