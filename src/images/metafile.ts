import { gunzipSync } from 'node:zlib'

/** A picture within a metafile: a whole file of its own (JPEG, PNG, BMP). */
export type Wrapped = { bytes: Buffer } | { why: 'drawing' | 'broken' }

/** Records of EMF that carry a bitmap, with where the four numbers stand that say where it is. */
const emfBitmaps = new Map([
  [76, 84],
  [77, 84],
  [80, 48],
  [81, 48],
])
/** Records of WMF that carry one, with where it begins. */
const wmfBitmaps = new Map([
  [0x0940, 22],
  [0x0b41, 26],
  [0x0d33, 24],
  [0x0f43, 28],
])
/** Lines, areas and text of EMF, of WMF. */
const emfDrawing = (type: number) =>
  (type >= 2 && type <= 8) || (type >= 42 && type <= 47) || (type >= 83 && type <= 92)
const wmfDrawing = new Set([0x0213, 0x0324, 0x0325, 0x0418, 0x041b, 0x0521, 0x0538, 0x0a32])

/** Whether bytes are a metafile of Windows, packed (`.emz`) or not. */
export const isMetafile = (bytes: Buffer): boolean =>
  isEmf(bytes) || isWmf(bytes) || (bytes[0] === 0x1f && bytes[1] === 0x8b)

const isEmf = (bytes: Buffer): boolean =>
  bytes.length > 88 && bytes.readUInt32LE(0) === 1 && bytes.toString('latin1', 40, 44) === ' EMF'

const isWmf = (bytes: Buffer): boolean =>
  bytes.length > 40 &&
  (bytes.readUInt32LE(0) === 0x9ac6cdd7 ||
    (bytes.readUInt16LE(0) === 1 && bytes.readUInt16LE(2) === 9))

/** What a packed metafile may come to. */
const largest = 200e6

/** The bitmap that a metafile merely wraps; why there is none where it draws itself. */
export function bitmapInMetafile(bytes: Buffer): Wrapped {
  try {
    const plain = bytes[0] === 0x1f ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes
    const { bitmaps, draws } = isEmf(plain) ? readEmf(plain) : readWmf(plain)
    const [first] = bitmaps.toSorted((a, b) => b.length - a.length)
    return first && !draws ? { bytes: first } : { why: 'drawing' }
  } catch {
    return { why: 'broken' }
  }
}

interface Records {
  bitmaps: Buffer[]
  draws: boolean
}

function readEmf(bytes: Buffer): Records {
  const found: Records = { bitmaps: [], draws: false }
  for (let at = 0; at + 8 <= bytes.length; ) {
    const [type, size] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)]
    if (size < 8) break
    const record = bytes.subarray(at, at + size)
    const numbers = emfBitmaps.get(type)
    if (numbers !== undefined && size > numbers + 16) {
      const number = (index: number) => record.readUInt32LE(numbers + index * 4)
      const part = (from: number, length: number) => record.subarray(from, from + length)
      const info = part(number(0), number(1))
      if (info.length >= 40) found.bitmaps.push(bitmapFile(info, part(number(2), number(3))))
    } else if (type === 70) found.bitmaps.push(...inComment(record))
    else if (emfDrawing(type)) found.draws = true
    at += size
  }
  return found
}

/** Pictures of EMF+, which lies in comments: JPEG or PNG as they were. */
function inComment(record: Buffer): Buffer[] {
  if (record.length < 16 || record.toString('latin1', 12, 16) !== 'EMF+') return []
  const found: Buffer[] = []
  for (let at = 16; at + 12 <= record.length; ) {
    const [type, flags] = [record.readUInt16LE(at), record.readUInt16LE(at + 2)]
    const size = record.readUInt32LE(at + 4)
    if (size < 12) break
    const isImage = type === 0x4008 && ((flags >> 8) & 0x7f) === 5
    const data = record.subarray(at + 12, at + size)
    // A bitmap (1), of which the pixels are coded (1).
    if (isImage && data.length > 28 && data.readUInt32LE(4) === 1 && data.readUInt32LE(24) === 1)
      found.push(Buffer.from(data.subarray(28)))
    at += size
  }
  return found
}

function readWmf(bytes: Buffer): Records {
  const found: Records = { bitmaps: [], draws: false }
  for (let at = bytes.readUInt32LE(0) === 0x9ac6cdd7 ? 40 : 18; at + 6 <= bytes.length; ) {
    const [size, type] = [bytes.readUInt32LE(at) * 2, bytes.readUInt16LE(at + 4)]
    if (size < 6) break
    const start = wmfBitmaps.get(type)
    const packed = start === undefined ? undefined : bytes.subarray(at + start, at + size)
    if (packed && packed.length >= 40) {
      const length = infoLength(packed)
      found.bitmaps.push(bitmapFile(packed.subarray(0, length), packed.subarray(length)))
    } else if (wmfDrawing.has(type)) found.draws = true
    at += size
  }
  return found
}

/** Length of the header and the colours of a bitmap in memory. */
function infoLength(bitmap: Buffer): number {
  const [depth, compression] = [bitmap.readUInt16LE(14), bitmap.readUInt32LE(16)]
  const colors = bitmap.readUInt32LE(32) || (depth <= 8 ? 2 ** depth : 0)
  return bitmap.readUInt32LE(0) + colors * 4 + (compression === 3 ? 12 : 0)
}

/** A bitmap in memory as a file; one that is a JPEG or PNG inside is that. */
function bitmapFile(info: Buffer, pixels: Buffer): Buffer {
  const compression = info.readUInt32LE(16)
  if (compression === 4 || compression === 5) return Buffer.from(pixels)
  const head = Buffer.alloc(14)
  head.write('BM', 'latin1')
  head.writeUInt32LE(14 + info.length + pixels.length, 2)
  head.writeUInt32LE(14 + info.length, 10)
  return Buffer.concat([head, info, pixels])
}
