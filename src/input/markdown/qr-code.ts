import type { Element } from 'hast'
import { encode } from 'uqr'

/** Printed size including the quiet zone, mm; readable at arm's length. */
const size = 30
/** The quiet zone in modules on each side (ISO/IEC 18004: 4). */
const margin = 4
/** Capacity in bytes at the error correction level used (M). */
const maxBytes = 2331

/** Draws a QR code as SVG. Returns undefined when the text is too long. */
export function qrCode(text: string, description: string): Element | undefined {
  if (new TextEncoder().encode(text).length > maxBytes) return undefined
  const { data, size: modules } = encode(text, { ecc: 'M', border: margin })
  const path: Element = {
    type: 'element',
    tagName: 'path',
    properties: { d: data.map(rowPath).join('') },
    children: [],
  }
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      className: ['qr-code'],
      width: `${size}mm`,
      height: `${size}mm`,
      viewBox: `0 0 ${modules} ${modules}`,
      shapeRendering: 'crispEdges',
      role: 'img',
      ariaLabel: description || text,
    },
    children: [path],
  }
}

/**
 * The path of the dark modules in a row. Adjacent modules are drawn as one bar, because separate
 * bars show a hairline between them.
 */
function rowPath(row: readonly boolean[], y: number): string {
  const modules = row.map((dark) => (dark ? '1' : '0')).join('')
  return [...modules.matchAll(/1+/g)]
    .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
    .join('')
}
