import type { Element } from 'hast'
import { encode } from 'uqr'

/** Printed size with its margin, mm: read from an arm's length. */
const size = 30
/** White modules on each side that readers need (ISO/IEC 18004: 4). */
const margin = 4
/** Bytes that fit at the correction level used. */
const mostBytes = 2331

/** A QR code as a drawing, or undefined when the text is too long for one. */
export function qrCode(text: string, description: string): Element | undefined {
  if (new TextEncoder().encode(text).length > mostBytes) return undefined
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

/** The dark modules of a row, neighbours as one bar: two bars side by side show a hair line between. */
function rowPath(row: readonly boolean[], y: number): string {
  const modules = row.map((dark) => (dark ? '1' : '0')).join('')
  return [...modules.matchAll(/1+/g)]
    .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
    .join('')
}
