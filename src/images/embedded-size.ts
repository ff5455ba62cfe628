import type { Box } from '../model/picture.js'

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
