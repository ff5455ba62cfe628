import { loadSharp, mostPixels } from './sharp.js'

/** Returns the pixels of a JPEG, three bytes each: red, green, blue. */
export async function rgbPixels(jpeg: Uint8Array): Promise<Uint8Array> {
  const sharp = await loadSharp()
  return sharp(jpeg, { limitInputPixels: mostPixels })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer()
}

/**
 * Quality of a photo that is coded a second time: high enough that the second loss does not show.
 */
const QUALITY = 92

/** Codes pixels of one byte each as a gray JPEG. */
export async function grayJpeg(
  values: Uint8Array,
  { width, height }: { width: number; height: number },
): Promise<Uint8Array> {
  const sharp = await loadSharp()
  return sharp(values, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality: QUALITY })
    .toBuffer()
}
