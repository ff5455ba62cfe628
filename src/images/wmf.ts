import { packedBitmapFile } from './dib.js'
import type { Drawn } from './drawn.js'

const placeable = 0x9ac6cdd7

/** Records that carry a bitmap ([MS-WMF] 2.3.1), with where it begins. */
const bitmaps = new Map([
  [0x0940, 22], // DIBBITBLT
  [0x0b41, 26], // DIBSTRETCHBLT
  [0x0d33, 24], // SETDIBTODEV
  [0x0f43, 28], // STRETCHDIB
])

/** Lines, areas and text ([MS-WMF] 2.3.3). */
const drawing = new Set([
  ...[0x0213, 0x0228, 0x0324, 0x0325, 0x0418, 0x0419, 0x041b, 0x041f, 0x0521, 0x0538, 0x0548],
  ...[0x012a, 0x012b, 0x0429, 0x061c, 0x061d, 0x0817, 0x081a, 0x0830, 0x0a32],
])

export const isWmf = (bytes: Buffer): boolean =>
  bytes.length > 40 &&
  (bytes.readUInt32LE(0) === placeable ||
    (bytes.readUInt16LE(0) === 1 && bytes.readUInt16LE(2) === 9))

/** @throws {RangeError} when the file is broken. */
export function readWmf(bytes: Buffer): Drawn {
  const found: Drawn = { bitmaps: [], draws: false }
  for (let at = bytes.readUInt32LE(0) === placeable ? 40 : 18; at + 6 <= bytes.length; ) {
    const [size, type] = [bytes.readUInt32LE(at) * 2, bytes.readUInt16LE(at + 4)]
    if (size < 6) throw new RangeError('WMF record')
    const start = bitmaps.get(type)
    const record = bytes.subarray(at, at + size)
    if (start !== undefined && record.length >= start + 12) {
      const on = record.toString('latin1', start - 8, start)
      found.bitmaps.push({ bytes: packedBitmapFile(record.subarray(start)), on })
    } else if (drawing.has(type)) found.draws = true
    at += size
  }
  return found
}
