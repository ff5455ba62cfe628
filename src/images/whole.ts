import { crc32 } from 'node:zlib'
import { loadSharp, mostPixels } from './sharp.js'

/**
 * Whether a picture is all there: its end is looked at, and only one that ends otherwise is decoded,
 * which takes as long as building does. Some cameras write behind the end of a photo, so a strange end
 * alone proves nothing. Rejects when it cannot be decoded.
 */
export async function proveWhole(bytes: Buffer): Promise<void> {
  if (endsWhole(bytes)) return
  const sharp = await loadSharp()
  await sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels }).stats()
}

/** How a whole file ends; a download that broke off does not. */
const endings = {
  jpeg: Buffer.from([0xff, 0xd9]),
  png: Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]),
}

/** Whether a file of a format ends as one that was written to its end. */
const endsAs = (bytes: Buffer, format: keyof typeof endings): boolean =>
  bytes.subarray(-endings[format].length).equals(endings[format])

/**
 * Whether a file of a format may go on the page without being decoded by us: a browser leaves the place
 * of a PNG empty in which a byte is wrong, and says nothing.
 */
export const isSound = (bytes: Buffer, format: keyof typeof endings): boolean =>
  endsAs(bytes, format) && (format !== 'png' || hasRightSums(bytes))

/** A PNG is a row of chunks after its first eight bytes: length, name, data, and the sum of the last two. */
function hasRightSums(png: Buffer): boolean {
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    if (end + 4 > png.length || crc32(png.subarray(at + 4, end)) !== png.readUInt32BE(end))
      return false
    at = end + 4
  }
  return true
}

/** By its first bytes; of a format other than these nothing can be told from the end. */
function endsWhole(bytes: Buffer): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return endsAs(bytes, 'jpeg')
  if (bytes.toString('latin1', 1, 4) === 'PNG') return isSound(bytes, 'png')
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return bytes.at(-1) === 0x3b
  // RIFF says how many bytes follow its first eight.
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return bytes.readUInt32LE(4) + 8 <= bytes.length
  return true
}
