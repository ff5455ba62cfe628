import type { Metadata, Sharp } from 'sharp'
import type { Box, PictureFile, PictureOptions } from '../model/picture.js'
import { decodeBmp, isBmp } from './bmp.js'
import { loadSharp, mostPixels } from './sharp.js'
import { isSound } from './whole.js'

/**
 * Maximum ratio of a picture's resolution to the print resolution at which it is used unchanged.
 * Encoding it again loses quality and saves little.
 */
const maxOversampling = 1.35

/** A picture whose header has been read. */
export interface OpenPicture {
  /** Size in px, after EXIF rotation. */
  width: number
  height: number
  /**
   * Returns the picture for a box on the page (mm): rotated, at most at print resolution, without
   * camera metadata, which may identify its owner. A picture without metadata and of about the
   * right size is returned unchanged, since encoding it again would only lose quality. Rejects if
   * it cannot be decoded.
   */
  coded(box: Box, options: Pick<PictureOptions, 'dpi' | 'quality'>): Promise<PictureFile>
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
  return {
    width,
    height,
    async coded(box, { dpi, quality }) {
      const pixels = (mm: number) => Math.max(1, Math.round((mm / 25.4) * dpi))
      const wanted = { width: pixels(box.width), height: pixels(box.height) }
      const type = isDrawing(metadata) ? 'image/png' : 'image/jpeg'
      if (width <= wanted.width * maxOversampling && isPlain(bytes, metadata))
        return { body: bytes, type }
      // An SVG has no pixels of its own; it is rendered at print resolution.
      const density =
        metadata.format === 'svg' ? Math.min(2400, (72 * wanted.width) / width) : undefined
      return { body: await fitted(open(density), metadata, wanted, quality), type }
    },
  }
}

/** In screen colours, complete, and without metadata; EXIF may reveal where it was taken. */
const isPlain = (bytes: Buffer, { format, space, exif, icc, xmp, iptc }: Metadata): boolean =>
  (space === 'srgb' || space === 'b-w') &&
  !(exif || icc || xmp || iptc) &&
  (format === 'jpeg' || format === 'png') &&
  isSound(bytes, format)

/**
 * SVGs, bitmaps (`raw`), palette and transparent pictures keep sharp edges as PNG. Photos are much
 * smaller as JPEG.
 */
const isDrawing = ({ format, hasAlpha }: Metadata): boolean =>
  hasAlpha || ['png', 'gif', 'svg', 'raw'].includes(format)

function fitted(
  image: Sharp,
  metadata: Metadata,
  size: { width: number; height: number },
  quality: number,
): Promise<Buffer> {
  const small = image.autoOrient().resize({ ...size, fit: 'inside', withoutEnlargement: true })
  const file = isDrawing(metadata)
    ? // The browser compresses it again, so speed matters more than size here.
      small.png({ compressionLevel: 1 })
    : // Optimised tables would take a quarter more time for a twentieth less size.
      small.jpeg({ quality, optimiseCoding: false })
  return file.toBuffer()
}
