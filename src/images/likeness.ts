/** Pixels in rows from the top, one byte per channel; with one or two channels they are grey. */
export interface RawPixels {
  data: Uint8Array
  width: number
  height: number
  channels: 1 | 2 | 3 | 4
}

/** How much a picture is like another: 1 where nothing differs. */
export interface Likeness {
  /** The mean of all windows. */
  mean: number
  /** The windows are better than this, but for one in a hundred. */
  worst: number
}

/** Side of a window, px. */
const side = 8
/**
 * Offset of the windows, px: half a block of JPEG, so that the edges between blocks lie inside of
 * windows.
 */
const offset = 4
/** Distance from one row of windows to the next, px: one lies in every sixteen rows of pixels. */
export const windowRows = 16
/** The constants of the index for values of 0–255: (0.01 × 255)² and (0.03 × 255)². */
const c1 = 6.5025
const c2 = 58.5225

/**
 * Compares the brightness of two pictures of the same size by the structural similarity index
 * (Wang, Bovik, Sheikh and Simoncelli, “Image quality assessment: from error visibility to
 * structural similarity”, IEEE Transactions on Image Processing 13, 2004), in windows of 8 × 8
 * pixels, every other row of them. A picture smaller than a window is like nothing.
 */
export function likeness(one: RawPixels, other: RawPixels): Likeness {
  const { width, height } = one
  const found: number[] = []
  for (let top = offset; top + side <= height; top += windowRows) {
    for (let left = offset; left + side <= width; left += side)
      found.push(inWindow(one, other, top * width + left))
  }
  if (found.length === 0) return { mean: 0, worst: 0 }
  const sorted = Float64Array.from(found).sort()
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  return { mean, worst: sorted[Math.floor(sorted.length / 100)] ?? 0 }
}

/** The index of the window whose first pixel has the number `start`. */
function inWindow(one: RawPixels, other: RawPixels, start: number): number {
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0]
  for (let row = 0; row < side; row++) {
    for (let at = start + row * one.width, end = at + side; at < end; at++) {
      const a = brightness(one, at)
      const b = brightness(other, at)
      x += a
      y += b
      xx += a * a
      yy += b * b
      xy += a * b
    }
  }
  const count = side * side
  const [mx, my] = [x / count, y / count]
  const spread = xx / count - mx * mx + yy / count - my * my
  const shared = xy / count - mx * my
  return ((2 * mx * my + c1) * (2 * shared + c2)) / ((mx * mx + my * my + c1) * (spread + c2))
}

/** The brightness of a pixel, 0–255 (ITU-R BT.601). */
function brightness({ data, channels }: RawPixels, pixel: number): number {
  const at = pixel * channels
  const first = data[at] ?? 0
  return channels < 3
    ? first
    : (77 * first + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8
}
