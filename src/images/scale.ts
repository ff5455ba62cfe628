import type { Metadata, Sharp } from 'sharp'
import type { Box, PictureFile, PictureOptions } from '../model/picture.js'
import { asJpeg, isOpaque } from './as-jpeg.js'
import { decodeBmp, isBmp } from './bmp.js'
import { maxOversampling, pixelsOfBox } from './embedded-size.js'
import { isCompact, isLate, isPlain } from './late.js'
import { loadSharp, mostPixels, mostPixelsWhole } from './sharp.js'
import type { RawPixels } from './spectra.js'
import { isSound } from './whole.js'

/** A picture whose header has been read. */
export interface OpenPicture {
  /** Size in px, after EXIF rotation. */
  width: number
  height: number
  /** Of a bitmap that the page can be laid out without (`isLate`): whether it is plain (`isPlain`). */
  late?: { isPlain: boolean }
  /**
   * Returns the picture for a box on the page (mm): rotated, at most at print resolution, without
   * camera metadata, which may identify its owner. A picture without metadata and of about the
   * right size is returned unchanged, since encoding it again would only lose quality. Rejects if
   * it cannot be decoded.
   *
   * A bitmap without loss becomes a JPEG where that shows no difference and is much smaller, except
   * with `lossless`.
   */
  coded(
    box: Box,
    options: Pick<PictureOptions, 'dpi' | 'quality' | 'lossless'>,
  ): Promise<PictureFile>
}

/**
 * Reads the header of a picture with a known digest. Rejects if it is not a picture, and with a
 * Fault if pictures cannot be read on this machine.
 */
export type PictureOpener = (bytes: Buffer, digest: string) => Promise<OpenPicture>

/** The {@link PictureOpener} that reads the file with sharp, or with `decodeBmp`. */
export const openPicture: PictureOpener = async (bytes) => {
  const sharp = await loadSharp()
  const bitmap = isBmp(bytes) ? decodeBmp(bytes) : undefined
  const open = (density?: number) =>
    sharp(bitmap?.data ?? bytes, {
      failOn: 'error',
      limitInputPixels: mostPixels,
      density,
      ...(bitmap && { raw: bitmap }),
    })
  const metadata = await open().metadata()
  const { width, height } = metadata.autoOrient
  if (isDecodedWhole(metadata) && width * height > mostPixelsWhole)
    throw new RangeError('whole size')
  return {
    width,
    height,
    ...(isLate(bytes, metadata) && { late: { isPlain: isPlain(metadata) } }),
    async coded(box, { dpi, quality, lossless = false }) {
      const wanted = pixelsOfBox(box, dpi)
      const isDrawn = isDrawing(metadata) || (lossless && !isLossy(metadata))
      const hasFew = isDrawn && !lossless && isCompact(bytes.length, width * height)
      const isKept = !isDrawn || lossless || hasFew
      // Of a PNG that is to be decoded anyway, decoding finds the damage.
      const isFit =
        width <= wanted.width * maxOversampling &&
        isPlain(metadata) &&
        (!isKept || isWhole(bytes, metadata))
      if (isFit && !isDrawn) return { body: bytes, type: 'image/jpeg' }
      if (isFit && lossless) return { body: bytes, type: 'image/png' }
      if (isFit && hasFew)
        return { body: bytes, type: 'image/png', coding: { as: 'lossless', why: 'compact' } }
      // An SVG has no pixels of its own; it is rendered at print resolution.
      const isVector = metadata.format === 'svg'
      const fitting = (72 * wanted.width) / width
      const density = isVector ? Math.min(2400, Math.max(1, fitting)) : undefined
      const upright = open(density).autoOrient()
      const image = isFit
        ? upright
        : upright.resize({ ...wanted, fit: 'inside', withoutEnlargement: true })
      if (!isDrawn) return { body: await photo(image, quality), type: 'image/jpeg' }
      if (lossless || isVector) return { body: await drawing(image), type: 'image/png' }
      const raw = await opaque(await pixelsOf(image))
      const { jpeg, coding } = await asJpeg(raw, quality)
      if (jpeg) return { body: jpeg, type: 'image/jpeg', coding }
      const body =
        isFit && isWhole(bytes, metadata)
          ? bytes
          : await drawing((await loadSharp())(raw.data, { raw }))
      return { body, type: 'image/png', coding }
    },
  }
}

/**
 * Whether the picture must be decoded whole: rows of an interlaced PNG or a progressive JPEG come in
 * several passes, and GIF and AVIF have none of their own.
 */
const isDecodedWhole = ({ format, isProgressive }: Metadata): boolean =>
  isProgressive === true || format === 'gif' || format === 'heif'

/** Whether a plain file can go on the page without being decoded here. */
const isWhole = (bytes: Buffer, { format }: Metadata): boolean =>
  (format === 'jpeg' || format === 'png') && isSound(bytes, format)

/**
 * SVGs, bitmaps (`raw`), palette and transparent pictures keep sharp edges as PNG. Photos are much
 * smaller as JPEG.
 */
const isDrawing = ({ format, hasAlpha }: Metadata): boolean =>
  hasAlpha || ['png', 'gif', 'svg', 'raw'].includes(format)

/** Whether a file of this format has lost something already. */
const isLossy = ({ format }: Metadata): boolean => format === 'jpeg' || format === 'heif'

/** Optimised tables would take a quarter more time for a twentieth less size. */
const photo = (image: Sharp, quality: number) =>
  image.jpeg({ quality, optimiseCoding: false }).toBuffer()

/** The browser compresses it again, so speed matters more than size here. */
const drawing = (image: Sharp) => image.png({ compressionLevel: 1 }).toBuffer()

async function pixelsOf(image: Sharp): Promise<RawPixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/** Takes away an alpha channel that hides nothing. */
async function opaque(pixels: RawPixels): Promise<RawPixels> {
  const isAlpha = pixels.channels === 2 || pixels.channels === 4
  if (!isAlpha || !isOpaque(pixels)) return pixels
  const sharp = await loadSharp()
  return pixelsOf(sharp(pixels.data, { raw: pixels }).removeAlpha())
}
