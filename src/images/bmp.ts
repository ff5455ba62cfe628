/** Pixels in rows from the top, as red, green, blue and optionally alpha. */
export interface Pixels {
  width: number
  height: number
  channels: 3 | 4
  data: Buffer
}

/** Size and layout of a BMP. */
interface Head {
  width: number
  height: number
  isTopDown: boolean
  depth: number
  compression: number
  /** Offsets of the palette and of the pixels. */
  paletteAt: number
  pixelsAt: number
  /** Bytes per palette colour, and number of colours. */
  entry: 3 | 4
  colors: number
  /** Bit masks of red, green, blue and alpha in a pixel of 16 or 32 bits. */
  masks: readonly number[]
}

const plain = 0
const rle8 = 1
const rle4 = 2
/** Compression values for red, green and blue masks (3), and with an alpha mask (6). */
const masked = [3, 6]

/** Maximum number of pixels. A screenshot saved by Paint has eight million. */
const maxPixels = 100_000_000

/** Whether a file is a Windows bitmap. */
export const isBmp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 2) === 'BM' && bytes.length > 26 && bytes.readUInt32LE(14) < 256

/**
 * Decodes a Windows bitmap, which sharp does not read and which Windows Paint and old scanners
 * write: 1, 4, 8, 16, 24 and 32 bits, palettes, run-length encoding, rows in either direction. Of
 * the packages on npm, one decodes only half of a 4-bit or run-length encoded picture, another
 * reads only version 5.
 *
 * @throws RangeError if the file is truncated or unsupported.
 */
export function decodeBmp(bytes: Buffer): Pixels {
  const head = readHead(bytes)
  const { width, height, compression, depth } = head
  if (!(width > 0 && height > 0 && width * height <= maxPixels)) throw new RangeError('BMP size')
  if (![1, 2, 4, 8, 16, 24, 32].includes(depth)) throw new RangeError('BMP depth')
  if (compression === rle4 || compression === rle8) return fromRuns(bytes, head)
  if (compression !== plain && !masked.includes(compression)) throw new RangeError('BMP coding')
  return depth <= 8
    ? fromPalette(bytes, head)
    : depth === 24
      ? fromBytes(bytes, head)
      : fromMasks(bytes, head)
}

function readHead(bytes: Buffer): Head {
  const size = bytes.readUInt32LE(14)
  // The OS/2 header has 16-bit sizes, and colours without a fourth byte.
  const isOld = size === 12
  const height = isOld ? bytes.readUInt16LE(20) : bytes.readInt32LE(22)
  const depth = bytes.readUInt16LE(isOld ? 24 : 28)
  const compression = isOld ? plain : bytes.readUInt32LE(30)
  const given = isOld ? 0 : bytes.readUInt32LE(46)
  const hasMasks = masked.includes(compression)
  // The masks follow a short header and are part of a long one.
  const count = size >= 56 || compression === 6 ? 4 : 3
  const masks = hasMasks
    ? Array.from({ length: count }, (_, index) => bytes.readUInt32LE(54 + 4 * index))
    : depth === 16
      ? [0x7c00, 0x3e0, 0x1f]
      : [0xff0000, 0xff00, 0xff]
  return {
    width: isOld ? bytes.readUInt16LE(18) : bytes.readInt32LE(18),
    height: Math.abs(height),
    isTopDown: height < 0,
    depth,
    compression,
    paletteAt: 14 + size + (hasMasks && size < 52 ? 4 * count : 0),
    pixelsAt: bytes.readUInt32LE(10),
    entry: isOld ? 3 : 4,
    colors: given === 0 ? 2 ** depth : given,
    masks,
  }
}

/**
 * Calls `row` for every row from the top, with its offset in the file and its index in the result.
 */
function eachRow(
  { width, height, isTopDown, depth, pixelsAt }: Head,
  row: (from: number, y: number) => void,
) {
  const stride = Math.ceil((width * depth) / 32) * 4
  for (let y = 0; y < height; y++) row(pixelsAt + stride * (isTopDown ? y : height - 1 - y), y)
}

/** Returns red, green and blue of every index. An index beyond the palette is black. */
function paletteOf(bytes: Buffer, { paletteAt, entry, colors, depth }: Head): Buffer {
  const palette = Buffer.alloc(3 * 256)
  for (let index = 0; index < Math.min(colors, 2 ** depth); index++) {
    const at = paletteAt + entry * index
    palette.set([bytes.readUInt8(at + 2), bytes.readUInt8(at + 1), bytes.readUInt8(at)], 3 * index)
  }
  return palette
}

function fromPalette(bytes: Buffer, head: Head): Pixels {
  const { width, height, depth } = head
  const palette = paletteOf(bytes, head)
  const data = Buffer.alloc(width * height * 3)
  const perByte = 8 / depth
  eachRow(head, (from, y) => {
    for (let x = 0; x < width; x++) {
      const byte = bytes.readUInt8(from + Math.floor(x / perByte))
      const index = (byte >> (8 - depth * ((x % perByte) + 1))) & (2 ** depth - 1)
      palette.copy(data, 3 * (y * width + x), 3 * index, 3 * index + 3)
    }
  })
  return { width, height, channels: 3, data }
}

function fromBytes(bytes: Buffer, head: Head): Pixels {
  const { width, height } = head
  const data = Buffer.alloc(width * height * 3)
  eachRow(head, (from, y) => {
    if (from + 3 * width > bytes.length) throw new RangeError('BMP breaks off')
    for (let x = 0, at = from, to = 3 * y * width; x < width; x++, at += 3, to += 3) {
      data[to] = bytes[at + 2] ?? 0
      data[to + 1] = bytes[at + 1] ?? 0
      data[to + 2] = bytes[at] ?? 0
    }
  })
  return { width, height, channels: 3, data }
}

function fromMasks(bytes: Buffer, head: Head): Pixels {
  const { width, height, depth, masks } = head
  const channels = masks.map((mask) => {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask)
    return { shift, most: mask >>> shift }
  })
  const count = masks[3] ? 4 : 3
  const data = Buffer.alloc(width * height * count)
  eachRow(head, (from, y) => {
    for (let x = 0; x < width; x++) {
      const pixel =
        depth === 16 ? bytes.readUInt16LE(from + 2 * x) : bytes.readUInt32LE(from + 4 * x)
      const to = count * (y * width + x)
      for (let index = 0; index < count; index++) {
        const { shift, most } = channels[index] ?? { shift: 0, most: 0 }
        if (most > 0) data[to + index] = Math.round((((pixel >>> shift) & most) * 255) / most)
      }
    }
  })
  if (count === 4) showIfHidden(data)
  return { width, height, channels: count, data }
}

/**
 * Many programs write an alpha mask but leave alpha at 0 everywhere; then the picture is made
 * opaque.
 */
function showIfHidden(data: Buffer) {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) return
  for (let at = 3; at < data.length; at += 4) data[at] = 0xff
}

/**
 * Decodes run lengths: a count and an index, or 0 and a command (end of row, end of picture, jump,
 * literal run).
 */
function fromRuns(bytes: Buffer, head: Head): Pixels {
  const { width, height, compression, pixelsAt, isTopDown } = head
  const palette = paletteOf(bytes, head)
  const data = Buffer.alloc(width * height * 3)
  let [at, x, y] = [pixelsAt, 0, 0]
  const next = () => bytes.readUInt8(at++)
  const put = (index: number) => {
    const row = isTopDown ? y : height - 1 - y
    if (x < width && y < height) palette.copy(data, 3 * (row * width + x), 3 * index, 3 * index + 3)
    x++
  }
  /** Returns the index of the nth pixel in a byte; of 4-bit pixels the upper half comes first. */
  const indexOf = (byte: number, n: number) =>
    compression === rle8 ? byte : n % 2 === 0 ? byte >> 4 : byte & 0xf
  while (y < height) {
    const [count, value] = [next(), next()]
    if (count > 0) for (let n = 0; n < count; n++) put(indexOf(value, n))
    else if (value === 0) [x, y] = [0, y + 1]
    else if (value === 1) break
    else if (value === 2) [x, y] = [x + next(), y + next()]
    else {
      const start = at
      const perByte = compression === rle8 ? 1 : 2
      for (let n = 0; n < value; n++)
        put(indexOf(bytes.readUInt8(start + Math.floor(n / perByte)), n))
      // A literal run is padded to an even number of bytes.
      at = start + 2 * Math.ceil(value / perByte / 2)
    }
  }
  return { width, height, channels: 3, data }
}
