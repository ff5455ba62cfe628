import type { PictureFile } from '../model/picture.js'
import { loadSharp, mostPixels } from './sharp.js'

/** A picture for a screen, and its size in px. */
export interface ScreenFile extends PictureFile {
  width: number
  height: number
}

export interface ScreenOptions {
  /** Maximum width, px. */
  width: number
  /**
   * `webp`: the smallest files, for browsers. `plain`: JPEG and PNG only, for editors and programs
   * that take no others.
   */
  codec: 'webp' | 'plain'
}

/** Quality at which a photo on a screen shows no fault at arm's length. */
const quality = { webp: 76, jpeg: 80 } as const

/** Bytes of a drawing above which it is coded as a photo; a screenshot full of photos is that large. */
const largeDrawing = 400_000

/**
 * Codes a picture of the printed page for a screen. Drawings, and what was without loss before it was
 * printed, stay without loss unless they become large. The same input gives the same bytes.
 */
export async function forScreen(
  { body, type, coding }: PictureFile,
  { width, codec }: ScreenOptions,
): Promise<ScreenFile> {
  const sharp = await loadSharp()
  const image = sharp(body, { limitInputPixels: mostPixels }).resize({
    width,
    withoutEnlargement: true,
  })
  const write = async (ready: typeof image, written: string): Promise<ScreenFile> => {
    const { data, info } = await ready.toBuffer({ resolveWithObject: true })
    return { body: data, type: written, width: info.width, height: info.height }
  }
  if (type === 'image/png' || coding !== undefined) {
    const drawing =
      codec === 'webp'
        ? await write(image.clone().webp({ lossless: true }), 'image/webp')
        : await write(image.clone().png({ compressionLevel: 9 }), 'image/png')
    if (drawing.body.length <= largeDrawing) return drawing
  }
  return codec === 'webp'
    ? write(image.webp({ quality: quality.webp }), 'image/webp')
    : write(
        image.flatten({ background: '#fff' }).jpeg({ quality: quality.jpeg, mozjpeg: true }),
        'image/jpeg',
      )
}

/** An SVG as PNG, `width` px wide. */
export async function rasterized(svg: string, width: number): Promise<Uint8Array> {
  const sharp = await loadSharp()
  return sharp(Buffer.from(svg), { density: 300 })
    .resize({ width, kernel: 'nearest' })
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: 2 })
    .toBuffer()
}

/** A band of a picture: its file, and the share of it (0–1) that the next band does not cover. */
export interface Band {
  file: PictureFile
  share: number
}

/** Joins the bands of a picture that was cut across. */
export async function joinBands(bands: readonly Band[]): Promise<PictureFile> {
  const sharp = await loadSharp()
  let top = 0
  let width = 0
  const pieces: { input: Buffer; top: number; left: number }[] = []
  for (const { file, share } of bands) {
    const image = sharp(file.body, { limitInputPixels: mostPixels })
    const size = await image.metadata()
    const height = Math.max(1, Math.round(size.height * share))
    width = Math.max(width, size.width)
    const cut = { left: 0, top: 0, width: size.width, height: Math.min(size.height, height) }
    pieces.push({ input: await image.extract(cut).png().toBuffer(), top, left: 0 })
    top += cut.height
  }
  const canvas = { width, height: Math.max(1, top), channels: 4 as const, background: '#fff' }
  const joined = await sharp({ create: canvas, limitInputPixels: mostPixels })
    .composite(pieces)
    .png({ compressionLevel: 1 })
    .toBuffer()
  return { body: joined, type: bands[0]?.file.type === 'image/jpeg' ? 'image/jpeg' : 'image/png' }
}
