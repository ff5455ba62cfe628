import { zlibSync } from 'fflate'
import type { Element } from 'hast'
import type { Box } from '../../model/picture.js'

/** A picture to put into the file. */
export interface FoundPicture {
  bytes: Uint8Array
  type: string
  /** Names the picture, so that it is stored once. */
  key: string
  /** Printed size, mm. */
  box: Box
  description: string
}

/** Pixels for a module of a QR code: at 30 mm, more than the 300 dots per inch of print. */
const scale = 8

/** A QR code, which the page draws as SVG, as a picture of black and white pixels. */
export function qrPicture({ properties, children }: Element): FoundPicture | undefined {
  const [path] = children
  const modules = Number(String(properties.viewBox ?? '').split(' ')[2])
  if (path?.type !== 'element' || !modules) return undefined
  const drawn = String(path.properties.d ?? '')
  const side = modules * scale
  const rowLength = 1 + Math.ceil(side / 8)
  // Every row begins with its filter, which is none; a bit is one pixel, 1 for white.
  const rows = new Uint8Array(rowLength * side).fill(0xff)
  for (let y = 0; y < side; y++) rows[y * rowLength] = 0
  for (const [, x, y, length] of drawn.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (
        let column = Number(x) * scale;
        column < (Number(x) + Number(length)) * scale;
        column++
      ) {
        const at = row * rowLength + 1 + (column >> 3)
        rows[at] = (rows[at] ?? 0) & ~(0x80 >> (column & 7))
      }
    }
  }
  const mm = (name: 'width' | 'height') => Number.parseFloat(String(properties[name] ?? ''))
  return {
    bytes: png(side, rows),
    type: 'image/png',
    key: `qr ${drawn}`,
    box: { width: mm('width'), height: mm('height') },
    description: String(properties.ariaLabel ?? ''),
  }
}

/** A PNG of one bit a pixel: signature, header, data, end (ISO/IEC 15948). */
function png(side: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** The checksum of a chunk (ISO/IEC 15948, annex D). */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
