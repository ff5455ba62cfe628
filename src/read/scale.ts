import type { Metadata, Sharp } from 'sharp'
import type { Box, Picture, PictureOptions } from './pictures.js'

/** How much finer than the print resolution a picture may be and still go in as it is. */
const closeEnough = 1.1

/**
 * A picture as it goes on the page: upright, no finer than the print resolution, without whatever
 * the camera wrote about its owner. A plain JPEG of about the right size stays as it is, since
 * coding it again would only cost quality. Throws when it cannot be decoded.
 */
export async function scaled(
  bytes: Buffer,
  boxFor: (pixels: { width: number; height: number }) => Box,
  { dpi, quality }: Pick<PictureOptions, 'dpi' | 'quality'>,
): Promise<Picture> {
  const { default: sharp } = await import('sharp')
  const open = (density?: number) =>
    sharp(bytes, { failOn: 'error', limitInputPixels: 300_000_000, density })
  const image = open()
  const metadata = await image.metadata()
  const { width, height } = metadata.autoOrient
  const box = boxFor({ width, height })
  const pixels = (mm: number) => Math.max(1, Math.round((mm / 25.4) * dpi))
  const wanted = { width: pixels(box.width), height: pixels(box.height) }
  if (width <= wanted.width * closeEnough && isPlainPhoto(bytes, metadata)) {
    return { body: bytes, type: 'image/jpeg', width, height }
  }
  // A drawing has no pixels of its own: it is drawn as fine as it prints.
  const source =
    metadata.format === 'svg' ? open(Math.min(2400, (72 * wanted.width) / width)) : image
  const body = await coded(source, metadata, wanted, quality)
  return { body, type: isDrawing(metadata) ? 'image/png' : 'image/jpeg', width, height }
}

/** Whole, upright, in the colours of a screen, and without EXIF, which may tell where it was taken. */
const isPlainPhoto = (bytes: Buffer, { format, space, exif, icc, xmp, iptc }: Metadata): boolean =>
  format === 'jpeg' &&
  (space === 'srgb' || space === 'b-w') &&
  !exif &&
  !icc &&
  !xmp &&
  !iptc &&
  // End of image: a download that broke off lacks it.
  bytes.readUInt16BE(bytes.length - 2) === 0xffd9

/** Drawings and transparent pictures keep sharp edges as PNG; photos are far smaller as JPEG. */
const isDrawing = ({ format, hasAlpha }: Metadata): boolean =>
  hasAlpha || format === 'png' || format === 'gif' || format === 'svg'

function coded(
  image: Sharp,
  metadata: Metadata,
  size: { width: number; height: number },
  quality: number,
): Promise<Buffer> {
  const fitted = image.autoOrient().resize({ ...size, fit: 'inside', withoutEnlargement: true })
  const file = isDrawing(metadata)
    ? fitted.png({ compressionLevel: 9 })
    : // Optimised tables cost a quarter of the time for a twentieth of the size.
      fitted.jpeg({ quality, optimiseCoding: false })
  return file.toBuffer()
}
