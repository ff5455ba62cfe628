import { bmpOfPixels } from './dib.js'
import type { Drawn } from './drawn.js'

/** Types of records ([MS-EMFPLUS] 2.1.1.1). */
const object = 0x4008
const getDc = 0x4004
const drawImage = 0x401a
const drawImagePoints = 0x401b
const drawDriverString = 0x4036
/** FillRects to DrawBeziers, and DrawString. */
const isDrawing = (type: number): boolean =>
  (type >= 0x400a && type <= 0x4019) || type === 0x401c || type === drawDriverString

/** Flags of an object: its type is an image; it goes on in the next record. */
const isImage = (flags: number): boolean => ((flags >> 8) & 0x7f) === 5
const goesOn = (flags: number): boolean => (flags & 0x8000) !== 0

/** Bits per pixel, and whether the fourth byte is alpha, by pixel format ([MS-EMFPLUS] 2.1.1.25). */
const formats = new Map<number, { depth: 24 | 32; hasAlpha: boolean }>([
  [0x00021808, { depth: 24, hasAlpha: false }],
  [0x00022009, { depth: 32, hasAlpha: false }],
  [0x0026200a, { depth: 32, hasAlpha: true }],
  [0x000e200b, { depth: 32, hasAlpha: true }],
])

/** Whether a comment of EMF holds records of EMF+. */
export const isEmfPlus = (record: Buffer): boolean =>
  record.length >= 16 && record.toString('latin1', 12, 16) === 'EMF+'

/** @throws {RangeError} when a record is broken. */
export function readEmfPlus(comments: readonly Buffer[]): Drawn & { usesEmf: boolean } {
  const found = { bitmaps: [] as Drawn['bitmaps'], draws: false, usesEmf: false }
  const images = new Map<number, Buffer>()
  let begun: Buffer[] = []
  let times = 0
  for (const { type, flags, data } of comments.flatMap(recordsIn)) {
    if (type === object && isImage(flags)) {
      // What goes on begins with the length of the whole.
      begun.push(goesOn(flags) ? data.subarray(4) : data)
      if (goesOn(flags)) continue
      const image = bitmapOf(Buffer.concat(begun))
      begun = []
      if (image) images.set(flags & 0xff, image)
      else found.draws = true
    } else if (type === drawImage || type === drawImagePoints) times += 1
    else if (type === getDc) found.usesEmf = true
    else if (isDrawing(type)) found.draws = true
  }
  found.bitmaps = [...images.values()].map((bytes) => ({ bytes, on: 'EMF+' }))
  if (times > 1 || images.size > 1) found.draws = true
  return found
}

interface PlusRecord {
  type: number
  flags: number
  data: Buffer
}

function recordsIn(comment: Buffer): PlusRecord[] {
  const found: PlusRecord[] = []
  for (let at = 16; at + 12 <= comment.length; ) {
    const size = comment.readUInt32LE(at + 4)
    if (size < 12) break
    const length = Math.min(comment.readUInt32LE(at + 8), size - 12)
    found.push({
      type: comment.readUInt16LE(at),
      flags: comment.readUInt16LE(at + 2),
      data: comment.subarray(at + 12, at + 12 + length),
    })
    at += size
  }
  return found
}

/** A bitmap among the images: a coded file as it is, pixels as BMP; undefined for a metafile. */
function bitmapOf(image: Buffer): Buffer | undefined {
  const isBitmap = image.length > 28 && image.readUInt32LE(4) === 1
  if (!isBitmap) return undefined
  const data = image.subarray(28)
  if (image.readUInt32LE(24) === 1) return Buffer.from(data)
  const format = formats.get(image.readUInt32LE(20))
  const [width, height] = [image.readUInt32LE(8), image.readUInt32LE(12)]
  const isSize = width > 0 && height > 0
  if (!format || !isSize) return undefined
  return bmpOfPixels({ width, height, stride: image.readUInt32LE(16), ...format, data })
}
