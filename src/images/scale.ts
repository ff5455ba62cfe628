import type { Metadata, Sharp } from 'sharp'
import type { Box, PictureFile, PictureOptions } from '../model/picture.js'
import { decodeBmp, isBmp } from './bmp.js'
import { loadSharp, mostPixels } from './sharp.js'
import { isSound } from './whole.js'

/** How much finer than the print resolution a picture may be and still go in as it is: coding it anew costs quality and saves little. */
const closeEnough = 1.35

export interface OpenPicture {
  /** Size in px, turned upright. */
  width: number
  height: number
  /**
   * The picture as it goes on the page in a box of some mm: upright, no finer than the print
   * resolution, without whatever the camera wrote about its owner. A plain one of about the right
   * size stays as it is, since coding it again would only cost quality. Rejects when it cannot be
   * decoded.
   */
  coded(box: Box, options: Pick<PictureOptions, 'dpi' | 'quality'>): Promise<PictureFile>
}

/**
 * Looks at the head of a picture, of which the digest is known. Rejects when it is none, with a Fault
 * when pictures cannot be read on this machine.
 */
export type PictureOpener = (bytes: Buffer, digest: string) => Promise<OpenPicture>

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
      if (width <= wanted.width * closeEnough && isPlain(bytes, metadata))
        return { body: bytes, type }
      // A drawing of lines has no pixels of its own: it is drawn as fine as it prints.
      const density =
        metadata.format === 'svg' ? Math.min(2400, (72 * wanted.width) / width) : undefined
      return { body: await fitted(open(density), metadata, wanted, quality), type }
    },
  }
}

/** In the colours of a screen, whole, and without EXIF, which may tell where it was taken. */
const isPlain = (bytes: Buffer, { format, space, exif, icc, xmp, iptc }: Metadata): boolean =>
  (space === 'srgb' || space === 'b-w') &&
  !(exif || icc || xmp || iptc) &&
  (format === 'jpeg' || format === 'png') &&
  isSound(bytes, format)

/** Drawings, bitmaps (`raw`) and transparent pictures keep sharp edges as PNG; photos are far smaller as JPEG. */
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
    ? // The browser packs it anew: here it only has to get there.
      small.png({ compressionLevel: 1 })
    : // Optimised tables cost a quarter of the time for a twentieth of the size.
      small.jpeg({ quality, optimiseCoding: false })
  return file.toBuffer()
}
