import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { golden } from './golden.js'
import type { RawPixels } from './spectra.js'

/** Size of a tile, px. Deflating finds what is alike in the last 32 KB: all of a tile. */
const tile = { width: 512, height: 16 }
/** Of a larger picture so many tiles are deflated. */
const tiles = 9

/** Room for what deflating gives at once: less would take more turns. */
const chunkSize = 256 * 1024

/** About the bytes that a picture takes without loss, deflated in a hurry as it is in a PDF. */
export async function packedSize(pixels: RawPixels): Promise<number> {
  const part = sampleOf(pixels)
  // The level makes little difference to a photo, but much to the time.
  const { length } = await promisify(deflate)(part, { level: 1, chunkSize })
  return (length * pixels.data.length) / part.length
}

/** The pixels of tiles from the whole height and width, one after another; of a small picture all. */
function sampleOf({ data, width, height, channels }: RawPixels): Uint8Array {
  if (width * height < 2 * tiles * tile.width * tile.height) return data
  const across = Math.min(tile.width, width)
  const rows = Math.min(tile.height, height)
  const row = across * channels
  const part = Buffer.alloc(tiles * rows * row)
  for (let one = 0, to = 0; one < tiles; one++) {
    const top = Math.floor(((one + 0.5) / tiles) * (height - rows))
    const left = Math.floor(((one * golden) % 1) * (width - across + 1))
    for (let line = top; line < top + rows; line++, to += row) {
      const from = (line * width + left) * channels
      part.set(data.subarray(from, from + row), to)
    }
  }
  return part
}
