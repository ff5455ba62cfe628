import { decodeBmp, isBmp } from '../../images/bmp.js'
import { bitmapInMetafile, isMetafile, unpackedMetafile } from '../../images/metafile.js'
import { loadSharp } from '../../images/sharp.js'
import type { WordPicture } from '../../input/docx/model.js'
import { Fault } from '../../model/fault.js'
import { toSvg } from './convert.js'

/** A picture as a file of the issue, or why there is none. */
export type PictureFile =
  | { bytes: Buffer; ending: string; reason?: undefined; isDrawn?: boolean }
  | { reason: string }

/** The extension of each format that a build prints unchanged. */
const endings: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  svg: 'svg',
}

const quality = 92

/**
 * Converts a picture to its appearance in Word: cropped, rotated, extracted from a metafile. A metafile
 * that is a drawing goes through LibreOffice (`isDrawn`).
 *
 * @param path value of PATH, where LibreOffice is searched.
 */
export async function pictureFile(
  picture: WordPicture,
  path: string | undefined,
): Promise<PictureFile> {
  const bytes = Buffer.from(picture.bytes)
  if (!isMetafile(bytes)) return shown(bytes, picture)
  const wrapped = bitmapInMetafile(bytes)
  if ('bytes' in wrapped) return shown(wrapped.bytes, picture)
  const drawing = wrapped.why === 'drawing' ? unpackedMetafile(bytes) : undefined
  if (!drawing) return { reason: '图片（EMF/WMF）已经损坏，没有带过来' }
  const svg = await toSvg(drawing.bytes, { ending: drawing.ending, path })
  const drawn = svg && (await drawnOnPage(svg))
  const file = drawn && (await shown(drawn, picture))
  return file && file.reason === undefined ? { ...file, isDrawn: true } : { reason: isVector }
}

const isVector = '图片是 EMF/WMF 矢量图，没有带过来：在 Word 里把它另存为 PNG，再放进来'

/** The longer side of the page that holds a drawing, in pixels: A4 at 300 dpi. */
const pageSide = 3508

/** Draws a page, without the blank around the drawing; undefined when the page is empty. */
async function drawnOnPage(svg: Uint8Array): Promise<Buffer | undefined> {
  const sharp = await loadSharp()
  const size = { width: pageSide, height: pageSide, fit: 'inside' } as const
  try {
    const page = await sharp(svg).resize(size).ensureAlpha().png().toBuffer()
    const { channels } = await sharp(page).stats()
    if (channels[3]?.max === 0) return undefined
    return await sharp(page).trim().flatten({ background: '#ffffff' }).png().toBuffer()
  } catch {
    return undefined
  }
}

async function shown(bytes: Buffer, picture: WordPicture): Promise<PictureFile> {
  const { crop, turn, mirrored } = picture
  try {
    const sharp = await loadSharp()
    const pixels = isBmp(bytes) ? decodeBmp(bytes) : undefined
    const open = () => {
      if (!pixels) return sharp(bytes, { failOn: 'error' })
      const { width, height, channels, data } = pixels
      return sharp(data, { raw: { width, height, channels } })
    }
    const { format, autoOrient } = await open().metadata()
    const ending = pixels ? undefined : endings[format]
    if (ending && !crop && turn === 0 && !mirrored) {
      // Decodes the whole picture once, so that a truncated picture is reported now.
      await open().stats()
      return { bytes, ending }
    }
    let image = open().autoOrient()
    if (crop) image = image.extract(kept(autoOrient, crop))
    // Each step is rendered before the next, because sharp would otherwise reorder them.
    image = sharp(await image.png().toBuffer())
    if (mirrored === 'horizontally' || mirrored === 'both') image = image.flop()
    if (mirrored === 'vertically' || mirrored === 'both') image = image.flip()
    if (turn !== 0) {
      image = sharp(await image.png().toBuffer()).rotate(turn, { background: '#ffffff' })
    }
    if (format !== 'jpeg' || pixels) return { bytes: await image.png().toBuffer(), ending: 'png' }
    const flat = image.flatten({ background: '#ffffff' })
    return { bytes: await flat.jpeg({ quality }).toBuffer(), ending: 'jpg' }
  } catch (error) {
    if (error instanceof Fault) throw error
    return { reason: '图片打不开，没有带过来：在 Word 里把它另存为 JPG 或 PNG，再放进来' }
  }
}

/** Returns the area that remains after cropping, in pixels. */
function kept(
  { width, height }: { width: number; height: number },
  crop: NonNullable<WordPicture['crop']>,
) {
  const left = Math.round(width * crop.left)
  const top = Math.round(height * crop.top)
  return {
    left,
    top,
    width: Math.max(1, Math.round(width * (1 - crop.right)) - left),
    height: Math.max(1, Math.round(height * (1 - crop.bottom)) - top),
  }
}
