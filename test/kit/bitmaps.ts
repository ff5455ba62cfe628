/** What a Windows bitmap looks like in its file. */
export interface Bitmap {
  width: number
  height: number
  depth: 1 | 4 | 8 | 16 | 24 | 32
  /** Rows from the top; else from the bottom, as is usual. */
  isTopDown?: boolean
  /** 0 plain, 1 and 2 run lengths of 8 and 4 bits, 3 with masks. */
  compression?: 0 | 1 | 2 | 3
  /** Blue, green, red of every index. */
  palette?: readonly (readonly [number, number, number])[]
  masks?: readonly number[]
  /** The header's bytes: 12 OS/2, 40 usual, 108 and 124 with masks inside. */
  header?: 12 | 40 | 108 | 124
  /** Pixels as they stand in the file. */
  pixels: Buffer
}

/** A Windows bitmap, byte by byte. */
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
