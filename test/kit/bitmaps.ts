/** The fields of a Windows bitmap file. */
export interface Bitmap {
  width: number
  height: number
  depth: 1 | 4 | 8 | 16 | 24 | 32
  /** Whether the rows begin at the top; usually they begin at the bottom. */
  isTopDown?: boolean
  /** 0 none, 1 and 2 run-length encoding of 8 and 4 bits, 3 channel masks. */
  compression?: 0 | 1 | 2 | 3
  /** Blue, green and red of every palette index. */
  palette?: readonly (readonly [number, number, number])[]
  masks?: readonly number[]
  /** Size of the header in bytes: 12 for OS/2, 40 usually, 108 and 124 with masks inside. */
  header?: 12 | 40 | 108 | 124
  /** Pixel data as stored in the file. */
  pixels: Buffer
}

/** Encodes a Windows bitmap. */
export function bitmap({ width, height, depth, pixels, ...given }: Bitmap): Buffer {
  const { isTopDown = false, compression = 0, palette = [], masks = [], header: size = 40 } = given
  const head = Buffer.alloc(size)
  head.writeUInt32LE(size, 0)
  if (size === 12) {
    head.writeUInt16LE(width, 4)
    head.writeUInt16LE(height, 6)
    head.writeUInt16LE(1, 8)
    head.writeUInt16LE(depth, 10)
  } else {
    head.writeInt32LE(width, 4)
    head.writeInt32LE(isTopDown ? -height : height, 8)
    head.writeUInt16LE(1, 12)
    head.writeUInt16LE(depth, 14)
    head.writeUInt32LE(compression, 16)
    head.writeUInt32LE(palette.length, 32)
    if (size > 40)
      for (const [index, mask] of masks.entries()) head.writeUInt32LE(mask, 40 + 4 * index)
  }
  const outside = Buffer.alloc(size > 40 ? 0 : 4 * masks.length)
  if (size <= 40)
    for (const [index, mask] of masks.entries()) outside.writeUInt32LE(mask, 4 * index)
  const colors = Buffer.from(palette.flatMap((color) => (size === 12 ? [...color] : [...color, 0])))
  const file = Buffer.alloc(14)
  const parts = [file, head, outside, colors, pixels]
  file.write('BM', 'latin1')
  file.writeUInt32LE(Buffer.concat(parts).length, 2)
  file.writeUInt32LE(14 + size + outside.length + colors.length, 10)
  return Buffer.concat(parts)
}
