/** A bitmap as Windows holds it in memory: a BMP without its file header. */

const core = 12
const jpeg = 4
const png = 5
const masked = 3

/**
 * Returns a bitmap in memory as a file: BMP, or the JPEG or PNG that it holds.
 *
 * @param info header and palette.
 * @throws {RangeError} when the header breaks off.
 */
export function bitmapFile(info: Buffer, pixels: Buffer): Buffer {
  const isCore = info.readUInt32LE(0) === core
  const compression = isCore ? 0 : info.readUInt32LE(16)
  if (compression === jpeg || compression === png) return Buffer.from(pixels)
  const head = Buffer.alloc(14)
  head.write('BM', 'latin1')
  head.writeUInt32LE(14 + info.length + pixels.length, 2)
  head.writeUInt32LE(14 + info.length, 10)
  return Buffer.concat([head, info, pixels])
}

/**
 * Returns a bitmap in memory whose pixels follow its palette.
 *
 * @throws {RangeError} when the header breaks off.
 */
export function packedBitmapFile(bitmap: Buffer): Buffer {
  const length = infoLength(bitmap)
  return bitmapFile(bitmap.subarray(0, length), bitmap.subarray(length))
}

/** Length of header, masks and palette in bytes. */
function infoLength(bitmap: Buffer): number {
  const size = bitmap.readUInt32LE(0)
  if (size === core) {
    const depth = bitmap.readUInt16LE(10)
    return core + (depth <= 8 ? 3 * 2 ** depth : 0)
  }
  const [depth, compression] = [bitmap.readUInt16LE(14), bitmap.readUInt32LE(16)]
  const colors = bitmap.readUInt32LE(32) || (depth <= 8 ? 2 ** depth : 0)
  return size + colors * 4 + (compression === masked && size === 40 ? 12 : 0)
}

/** Pixels in rows from the top: blue, green, red and optionally a fourth byte. */
export interface RawPixels {
  width: number
  height: number
  /** Bytes from row to row. */
  stride: number
  depth: 24 | 32
  /** Whether the fourth byte is alpha. */
  hasAlpha: boolean
  data: Buffer
}

/** Returns raw pixels as a BMP file. @throws {RangeError} when rows are missing. */
export function bmpOfPixels({ width, height, stride, depth, hasAlpha, data }: RawPixels): Buffer {
  const bytes = (width * depth) / 8
  if (stride < bytes || data.length < stride * (height - 1) + bytes)
    throw new RangeError('pixels break off')
  // The header of version 4 has a mask for alpha.
  const info = Buffer.alloc(hasAlpha ? 108 : 40)
  info.writeUInt32LE(info.length, 0)
  info.writeInt32LE(width, 4)
  info.writeInt32LE(-height, 8)
  info.writeUInt16LE(1, 12)
  info.writeUInt16LE(depth, 14)
  if (hasAlpha) {
    info.writeUInt32LE(masked, 16)
    for (const [index, mask] of [0xff0000, 0xff00, 0xff, 0xff000000].entries())
      info.writeUInt32LE(mask, 40 + 4 * index)
  }
  const row = Math.ceil(bytes / 4) * 4
  const rows = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) data.copy(rows, row * y, stride * y, stride * y + bytes)
  return bitmapFile(info, rows)
}
