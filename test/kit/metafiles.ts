/** Builders of Windows metafiles, by [MS-EMF], [MS-EMFPLUS] and [MS-WMF]. */

const numbers = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeInt32LE(value | 0, 4 * index)
  return bytes
}
const shorts = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, 2 * index)
  return bytes
}

/** A record of EMF, padded to four bytes. */
export function emfRecord(type: number, data: Buffer): Buffer {
  const padding = Buffer.alloc((4 - (data.length % 4)) % 4)
  return Buffer.concat([numbers(type, 8 + data.length + padding.length), data, padding])
}

export function emf(...records: Buffer[]): Buffer {
  const end = emfRecord(14, numbers(0, 0, 20))
  const length = 108 + Buffer.concat([...records, end]).length
  const bounds = [0, 0, 400, 300]
  const frame = [0, 0, 10_000, 7_500]
  const head = numbers(1, 108, ...bounds, ...frame, 0x464d4520, 0x10000, length, records.length + 2)
  const screen = numbers(1, 0, 0, 0, 1600, 1200, 400, 300, 0, 0, 0, 400_000, 300_000)
  return Buffer.concat([Buffer.concat([head, screen], 108), ...records, end])
}

/** Splits a BMP file into header with palette, and pixels. */
function parts(file: Buffer): [Buffer, Buffer] {
  const pixelsAt = file.readUInt32LE(10)
  return [file.subarray(14, pixelsAt), file.subarray(pixelsAt)]
}

interface Box {
  x?: number
  y?: number
}

/** STRETCHDIBITS: a bitmap, given as a BMP file, at a place. */
export function stretchDibits(file: Buffer, { x = 0, y = 0 }: Box = {}): Buffer {
  const [info, pixels] = parts(file)
  const at = 80
  const data = numbers(
    ...[x, y, x + 399, y + 299, x, y, 0, 0, 8, 6],
    ...[at, info.length, at + info.length, pixels.length, 0, 0x00cc0020, 400, 300],
  )
  return emfRecord(81, Buffer.concat([data, info, pixels]))
}

/** BITBLT without a bitmap: fills an area by a raster operation. */
export const fill = (operation: number): Buffer =>
  emfRecord(76, Buffer.concat([numbers(0, 0, 399, 299, 0, 0, 400, 300, operation)], 92))

/** A line to a point. */
export const lineTo = (): Buffer => emfRecord(54, numbers(100, 100))

/** A record of EMF+. */
export function plusRecord(type: number, flags: number, data: Buffer): Buffer {
  const padding = Buffer.alloc((4 - (data.length % 4)) % 4)
  const size = 12 + data.length + padding.length
  return Buffer.concat([shorts(type, flags), numbers(size, data.length), data, padding])
}

/** A comment of EMF with records of EMF+. */
export function plus(...records: Buffer[]): Buffer {
  const data = Buffer.concat([Buffer.from('EMF+'), ...records])
  return emfRecord(70, Buffer.concat([numbers(data.length), data]))
}

const version = 0xdbc01002 | 0

/** The data of an image that is a JPEG or PNG file. */
export const codedImage = (file: Buffer): Buffer =>
  Buffer.concat([numbers(version, 1, 0, 0, 0, 0, 1), file])

/** The data of an image of pixels: blue, green, red, alpha. */
export const rawImage = (width: number, height: number, pixels: Buffer): Buffer =>
  Buffer.concat([numbers(version, 1, width, height, 4 * width, 0x0026200a, 0), pixels])

/** Records that define an image, each of at most `most` bytes. */
export function plusImage(image: Buffer, most = 65_000): Buffer[] {
  const count = Math.ceil(image.length / most)
  return Array.from({ length: count }, (_, index) => {
    const part = image.subarray(index * most, (index + 1) * most)
    if (index === count - 1) return plusRecord(0x4008, 0x0500, part)
    return plusRecord(0x4008, 0x8500, Buffer.concat([numbers(image.length), part]))
  })
}

export const plusDrawImage = (): Buffer => plusRecord(0x401a, 0, Buffer.alloc(40))

/** A record of WMF. */
export const wmfRecord = (type: number, data: Buffer): Buffer =>
  Buffer.concat([numbers((6 + data.length) / 2), shorts(type), data])

/** STRETCHDIB (0x0f43) or DIBSTRETCHBLT (0x0b41): a bitmap, given as a BMP file, at a place. */
export function wmfBitmap(file: Buffer, { x = 0, type = 0x0f43 } = {}): Buffer {
  const packed = file.subarray(14)
  const usage = type === 0x0f43 ? shorts(0) : shorts()
  const place = shorts(6, 8, 0, 0, 300, 400, 0, x)
  return wmfRecord(type, Buffer.concat([numbers(0x00cc0020), usage, place, packed]))
}

export function wmf(...records: Buffer[]): Buffer {
  const placeable = Buffer.alloc(22)
  placeable.writeUInt32LE(0x9ac6cdd7, 0)
  const head = Buffer.concat([shorts(1, 9, 0x300), Buffer.alloc(12)])
  return Buffer.concat([placeable, head, ...records, wmfRecord(0, Buffer.alloc(0))])
}
