import type { Metadata } from 'sharp'
import type { Box } from '../model/picture.js'
import { copiedJpeg } from './pdf-picture.js'

/**
 * Maximum ratio of a picture's resolution to the print resolution at which it is used unchanged.
 * Encoding it again loses quality and saves little.
 */
export const maxOversampling = 1.35

interface Size {
  width: number
  height: number
}

/** Size in px of a box on the page (mm) at a resolution. */
export const pixelsOfBox = (box: Box, dpi: number): Size => {
  const pixels = (mm: number) => Math.max(1, Math.round((mm / 25.4) * dpi))
  return { width: pixels(box.width), height: pixels(box.height) }
}

/** The size in px at which a picture is embedded for a box. */
export function embeddedSize(
  { width, height }: Size,
  isPlain: boolean,
  box: Box,
  dpi: number,
): Size {
  const wanted = pixelsOfBox(box, dpi)
  if (isPlain && width <= wanted.width * maxOversampling) return { width, height }
  const scale = Math.min(1, wanted.width / width, wanted.height / height)
  const scaled = (side: number) => Math.max(1, Math.round(side * scale))
  return { width: scaled(width), height: scaled(height) }
}

/**
 * Whether a bitmap hides all that lies behind it and takes a while to be coded or loaded: the page can
 * be laid out meanwhile, without it. GIFs may be transparent in a later frame only. A JPEG that may go on
 * the page unchanged must be one that the browser copies.
 */
export function isLate(bytes: Buffer, metadata: Metadata): boolean {
  const { format, hasAlpha, width, height } = metadata
  if (hasAlpha || format === 'svg' || format === 'gif') return false
  if (format === 'jpeg' && isPlain(metadata)) return copiedJpeg(bytes) !== undefined
  return format !== 'png' || !(isCompact(bytes, width * height) || isTuned(bytes))
}

/** In screen colours, and without metadata; EXIF may reveal where it was taken. */
export const isPlain = ({ format, space, exif, icc, xmp, iptc }: Metadata): boolean =>
  (space === 'srgb' || space === 'b-w') &&
  !(exif || icc || xmp || iptc) &&
  (format === 'jpeg' || format === 'png')

/**
 * Whether a picture takes so few bytes that a JPEG cannot save much: a chart, a QR code. Then it is
 * not even decoded.
 */
export const isCompact = (bytes: Buffer, pixels: number): boolean => bytes.length < pixels / 8

/** Whether a PNG has a gamma or primaries of its own, which browsers honour and sharp does not. */
const isTuned = (png: Buffer): boolean => {
  const head = png.toString('latin1', 0, Math.max(0, png.indexOf('IDAT')))
  return !head.includes('sRGB') && /gAMA|cHRM/.test(head)
}
