import type { ColourMode } from '../../model/print.js'
import type { Rgb } from '../content/inks.js'
import { isRed, luminance, tintOf } from '../content/inks.js'
import { readPdf } from '../document.js'
import { compressed, streamAt, streamOf } from '../streams.js'

/** A picture in one ink: one byte a pixel, in the sense of the ink's colour space. */
export interface OneInk {
  ink: 'black' | 'red'
  values: Uint8Array
}

/**
 * Largest difference between the parts of a pixel without hue, of 255: what JPEG's arithmetic
 * adds to a gray picture.
 */
const NO_HUE = 2

/** A pixel lighter than this, of 255, is paper in a picture that is red otherwise. */
const PAPER = 235

/**
 * Returns a picture in one ink, from three bytes a pixel; undefined if it keeps its colours.
 *
 * In mode `full` only a picture without any hue becomes black. In mode `red` a picture becomes red
 * if all that is visible of it is red on white, as a seal is; any other becomes black.
 */
export function inOneInk(
  pixels: Uint8Array,
  mode: ColourMode,
  opacity?: Uint8Array,
): OneInk | undefined {
  const count = Math.floor(pixels.length / 3)
  if (mode === 'full' && !isNeutral(pixels)) return undefined
  const ink = mode === 'red' && isRedOnWhite(pixels, opacity) ? 'red' : 'black'
  const values = new Uint8Array(count)
  for (let index = 0; index < count; index++) {
    const rgb = pixelAt(pixels, index)
    values[index] = Math.round(ink === 'red' ? 255 * redness(rgb) : luminance(rgb))
  }
  return { ink, values }
}

const pixelAt = (pixels: Uint8Array, index: number): Rgb => [
  pixels[index * 3] ?? 0,
  pixels[index * 3 + 1] ?? 0,
  pixels[index * 3 + 2] ?? 0,
]

const redness = (rgb: Rgb): number => (isRed(rgb) ? tintOf(rgb) : 0)

function isNeutral(pixels: Uint8Array): boolean {
  for (let index = 0; index + 2 < pixels.length; index += 3) {
    const [red = 0, green = 0, blue = 0] = [pixels[index], pixels[index + 1], pixels[index + 2]]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > NO_HUE) return false
  }
  return true
}

function isRedOnWhite(pixels: Uint8Array, opacity: Uint8Array | undefined): boolean {
  let reds = 0
  for (let index = 0; index * 3 + 2 < pixels.length; index++) {
    if (opacity?.[index] === 0) continue
    const rgb = pixelAt(pixels, index)
    if (Math.min(...rgb) >= PAPER) continue
    if (!isRed(rgb)) return false
    reds += 1
  }
  return reds > 0
}

/** How a picture's bytes are coded: gray JPEG, or one byte a pixel. */
export interface OneInkData {
  ink: OneInk['ink']
  jpeg: boolean
  data: Uint8Array
}

/** Returns the new body of a picture, given the PDF source of the red ink's colour space. */
export const oneInkPicture =
  (bytes: Uint8Array, number: number, { ink, jpeg, data }: OneInkData) =>
  (red: string): string => {
    const { entries } = streamAt(readPdf(bytes), number)
    for (const key of ['Filter', 'DecodeParms', 'ColorTransform', 'Length']) entries.delete(key)
    entries.set('ColorSpace', ink === 'black' ? '/DeviceGray' : red)
    return jpeg ? streamOf(entries.set('Filter', '/DCTDecode'), data) : compressed(entries, data)
  }
