import type { Metadata } from 'sharp'
import { copiedJpeg } from './pdf-picture.js'

/**
 * Whether a bitmap hides all that lies behind it and takes a while to be coded or loaded: the page can
 * be laid out meanwhile, without it. GIFs may be transparent in a later frame only. A JPEG that may go on
 * the page unchanged must be one that the browser copies.
 */
export function isLate(bytes: Buffer, metadata: Metadata): boolean {
  const { format, hasAlpha, width, height } = metadata
  if (hasAlpha || format === 'svg' || format === 'gif') return false
  if (format === 'jpeg' && isPlain(metadata)) return copiedJpeg(bytes) !== undefined
  return format !== 'png' || !(isCompact(bytes.length, width * height) || isTuned(bytes))
}

/** In screen colours, and without metadata; EXIF may reveal where it was taken. */
export const isPlain = ({ format, space, exif, icc, xmp, iptc }: Metadata): boolean =>
  (space === 'srgb' || space === 'b-w') &&
  !(exif || icc || xmp || iptc) &&
  (format === 'jpeg' || format === 'png')

/**
 * Whether a picture takes so few bytes without loss that a JPEG cannot save much: a chart, a QR code. If
 * its file does, it is not even decoded.
 */
export const isCompact = (bytes: number, pixels: number): boolean => bytes < pixels / 8

/** Whether a PNG has a gamma or primaries of its own, which browsers honour and sharp does not. */
const isTuned = (png: Buffer): boolean => {
  const head = png.toString('latin1', 0, Math.max(0, png.indexOf('IDAT')))
  return !head.includes('sRGB') && /gAMA|cHRM/.test(head)
}
