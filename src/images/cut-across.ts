import type { PictureFile } from '../model/picture.js'
import { loadSharp, mostPixels } from './sharp.js'

/**
 * A horizontal band of a picture; `from` and `to` are distances from the top as shares of its
 * height, 0–1.
 */
export interface Band {
  from: number
  to: number
}

/**
 * Cuts a print-ready picture into bands, each a picture of its own. The picture is decoded once.
 */
export async function cutAcross(
  { body, type }: PictureFile,
  bands: readonly Band[],
): Promise<PictureFile[]> {
  const sharp = await loadSharp()
  const { data, info } = await sharp(body, { failOn: 'none', limitInputPixels: mostPixels })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const cut = async ({ from, to }: Band): Promise<PictureFile> => {
    const top = Math.min(height - 1, Math.round(from * height))
    const rows = Math.max(1, Math.round(to * height) - top)
    const pixels = data.subarray(top * width * channels, (top + rows) * width * channels)
    const band = sharp(pixels, { raw: { width, height: rows, channels } })
    // High quality, since the picture is encoded as JPEG a second time.
    const coded =
      type === 'image/png' ? band.png({ compressionLevel: 1 }) : band.jpeg({ quality: 92 })
    return { body: await coded.toBuffer(), type }
  }
  return Promise.all(bands.map(cut))
}
