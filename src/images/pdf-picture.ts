import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { PdfPicture, PictureFile } from '../model/picture.js'
import { loadSharp, mostPixels } from './sharp.js'

/**
 * Codes a picture of the page as the browser does for a PDF: a JPEG as it is, anything else as its
 * pixels. Undefined for those that the browser codes in another way: transparent ones, damaged ones, and
 * JPEGs that it does not copy ({@link copiedJpeg}).
 *
 * @throws Fault `environment` if pictures cannot be read on this machine.
 */
export async function pdfPicture({ body, type }: PictureFile): Promise<PdfPicture | undefined> {
  if (type === 'image/jpeg') return copiedJpeg(body)
  const sharp = await loadSharp()
  // A PNG that goes on the page unchanged has not been decoded before.
  const pixels = await sharp(body, { limitInputPixels: mostPixels })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)
  if (!pixels) return undefined
  const { width, height, channels } = pixels.info
  if (channels !== 1 && channels !== 3) return undefined
  const packed = await promisify(deflate)(pixels.data)
  return { width, height, components: channels, filter: 'FlateDecode', data: packed }
}

/** Frames of Huffman coding: baseline, extended, progressive. */
const frames = [0xc0, 0xc1, 0xc2]
/** Segments that may change the colours or the rotation: EXIF and a profile. */
const meaningful = [0xe1, 0xe2]
/** The segment of Adobe: it says how the colours of three components are coded. */
const adobe = 0xee
/** Bytes from the marker of {@link adobe} to the code of its colours, and the code of YCbCr. */
const [adobeCodeAt, ycbcr] = [15, 1]
/** Component identifiers of a JPEG whose components are red, green and blue. */
const rgb = 'RGB'

/**
 * A JPEG as it is in a PDF. Undefined if the browser does not copy it: with a profile, a rotation, or
 * other colours than grey and YCbCr.
 */
export function copiedJpeg(data: Uint8Array): PdfPicture | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  let isOtherColour = false
  // ITU-T T.81, annex B: segments of a marker, and their length without it.
  for (let at = 2; at + 9 < data.length; at += 2 + view.getUint16(at + 2)) {
    const marker = data[at + 1] ?? 0
    if (data[at] !== 0xff || meaningful.includes(marker)) return undefined
    if (marker === adobe) isOtherColour = data[at + adobeCodeAt] !== ycbcr
    if (!frames.includes(marker)) {
      if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4) return undefined
      if (marker === 0xda) return undefined
      continue
    }
    const [depth, components] = [data[at + 4], data[at + 9]]
    if (depth !== 8 || (components !== 1 && components !== 3)) return undefined
    const ids = [0, 1, 2].map((index) => data[at + 10 + 3 * index] ?? 0)
    if (components === 3 && (isOtherColour || String.fromCharCode(...ids) === rgb)) return undefined
    const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
    return { width, height, components, filter: 'DCTDecode', data }
  }
  return undefined
}
