import { grayJpeg, rgbPixels } from '../../images/pixels.js'
import type { ColourMode } from '../../model/print.js'
import {
  type ColourPicture,
  colourPictures,
  inOneInk,
  type NewPictures,
  oneInkPicture,
} from '../../pdf/press/index.js'

/** Returns the pictures of a PDF that are printed in one ink. The others stay as they are. */
export async function picturesInOneInk(
  bytes: Uint8Array,
  colour: ColourMode,
): Promise<NewPictures> {
  const changed = new Map<number, (red: string) => string>()
  // One at a time: the pixels of a photo take some ten megabytes.
  for (const picture of colourPictures(bytes)) {
    const pixels = picture.jpeg ? await rgbPixels(picture.data) : picture.data
    const found = inOneInk(pixels, colour, picture.opacity)
    if (!found) continue
    // Red on white has sharp edges, and few values.
    const jpeg = picture.jpeg && found.ink === 'black'
    const data = jpeg ? await grayJpeg(found.values, sizeOf(picture)) : found.values
    changed.set(picture.number, oneInkPicture(bytes, picture.number, { ...found, jpeg, data }))
  }
  return changed
}

const sizeOf = ({ width, height }: ColourPicture) => ({ width, height })
