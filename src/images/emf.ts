import { bitmapFile } from './dib.js'
import type { Drawn } from './drawn.js'
import { isEmfPlus, readEmfPlus } from './emf-plus.js'

/**
 * Records that carry a bitmap ([MS-EMF] 2.3.1), with the offset of the four numbers that say where
 * it is in the record.
 */
const bitmaps = new Map([
  [76, 84], // BITBLT
  [77, 84], // STRETCHBLT
  [78, 84], // MASKBLT
  [79, 96], // PLGBLT
  [80, 48], // SETDIBITSTODEVICE
  [81, 48], // STRETCHDIBITS
  [114, 84], // ALPHABLEND
  [116, 84], // TRANSPARENTBLT
])
/** Where the raster operation of BITBLT is, and the one that paints everything white. */
const operationAt = 40
const whiteness = 0x00ff0062
const comment = 70

/** Lines, areas and text ([MS-EMF] 2.3.4 to 2.3.5.42). */
const drawing = new Set([
  ...[2, 3, 4, 5, 6, 7, 8, 15, 41, 42, 43, 44, 45, 46, 47, 53, 54, 55, 56, 62, 63, 64, 71, 72, 74],
  ...[83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 96, 97, 108, 118],
])

export const isEmf = (bytes: Buffer): boolean =>
  bytes.length > 88 && bytes.readUInt32LE(0) === 1 && bytes.toString('latin1', 40, 44) === ' EMF'

/** @throws {RangeError} when the file is broken. */
export function readEmf(bytes: Buffer): Drawn {
  const found: Drawn = { bitmaps: [], draws: false }
  const plus: Buffer[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const [type, size] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)]
    if (size < 8) throw new RangeError('EMF record')
    const record = bytes.subarray(at, at + size)
    const numbers = bitmaps.get(type)
    if (numbers !== undefined) readBitmap(record, numbers, found)
    else if (type === comment && isEmfPlus(record)) plus.push(record)
    else if (drawing.has(type)) found.draws = true
    at += size
  }
  const drawn = readEmfPlus(plus)
  if (drawn.bitmaps.length === 0) return { ...found, draws: found.draws || drawn.draws }
  // The records of EMF show the same once more, for programs that do not know EMF+.
  return drawn.usesEmf ? { ...drawn, draws: true } : drawn
}

function readBitmap(record: Buffer, numbers: number, found: Drawn): void {
  const number = (index: number) => record.readUInt32LE(numbers + index * 4)
  const part = (from: number, length: number) => record.subarray(from, from + length)
  const hasBitmap = record.length > numbers + 16 && number(1) >= 12
  if (hasBitmap) {
    const file = bitmapFile(part(number(0), number(1)), part(number(2), number(3)))
    // Bounds on the device and place in the drawing: the same for a picture and its mask.
    found.bitmaps.push({ bytes: file, on: record.toString('latin1', 8, 40) })
  } else if (record.readUInt32LE(operationAt) !== whiteness) found.draws = true
}
