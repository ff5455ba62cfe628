import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { PdfPicture, PictureFile } from '../model/picture.js'
import { loadSharp, mostPixels } from './sharp.js'

/**
 * Codes a picture of the page as the browser does for a PDF: a JPEG as it is, anything else as its
 * pixels. Undefined for those that the browser codes in another way: transparent ones, and JPEGs with
 * a profile, a rotation, or other colours than grey and YCbCr.
 */
export async function pdfPicture({ body, type }: PictureFile): Promise<PdfPicture | undefined> {
  if (type === 'image/jpeg') return plainJpeg(body)
  const sharp = await loadSharp()
  const { data, info } = await sharp(body, { limitInputPixels: mostPixels })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  if (channels !== 1 && channels !== 3) return undefined
  const packed = await promisify(deflate)(data)
  return { width, height, components: channels, filter: 'FlateDecode', data: packed }
}

/** Frames of Huffman coding: baseline, extended, progressive. */
const frames = [0xc0, 0xc1, 0xc2]
/** Segments that may change the colours or the rotation: EXIF, a profile, those of Adobe. */
const meaningful = [0xe1, 0xe2, 0xee]
/** Component identifiers of a JPEG whose components are red, green and blue. */
const rgb = 'RGB'

function plainJpeg(data: Uint8Array): PdfPicture | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  // ITU-T T.81, annex B: segments of a marker, and their length without it.
  for (let at = 2; at + 9 < data.length; at += 2 + view.getUint16(at + 2)) {
    const marker = data[at + 1] ?? 0
    if (data[at] !== 0xff || meaningful.includes(marker)) return undefined
    if (!frames.includes(marker)) {
      if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4) return undefined
      if (marker === 0xda) return undefined
      continue
    }
    const [depth, components] = [data[at + 4], data[at + 9]]
    if (depth !== 8 || (components !== 1 && components !== 3)) return undefined
    const ids = [0, 1, 2].map((index) => data[at + 10 + 3 * index] ?? 0)
    if (components === 3 && String.fromCharCode(...ids) === rgb) return undefined
    const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
    return { width, height, components, filter: 'DCTDecode', data }
  }
  return undefined
}
