import { crc32 } from 'node:zlib'
import { loadSharp, mostPixels } from './sharp.js'

/**
 * Checks that a picture is complete. Only if the file does not end as expected is it decoded, since
 * decoding takes as long as building. Some cameras append data after the end of a photo, so an
 * unexpected end alone is not an error.
 *
 * @throws Error if it cannot be decoded.
 */
export async function assertComplete(bytes: Buffer): Promise<void> {
  if (endsWhole(bytes)) return
  const sharp = await loadSharp()
  await sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels }).stats()
}

/** The last bytes of a complete file; a truncated download lacks them. */
const endings = {
  jpeg: Buffer.from([0xff, 0xd9]),
  png: Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]),
}

/** Whether a file ends like a complete file of its format. */
const endsAs = (bytes: Buffer, format: keyof typeof endings): boolean =>
  bytes.subarray(-endings[format].length).equals(endings[format])

/**
 * Whether a file can go on the page without being decoded here. A browser leaves the place of a
 * damaged PNG empty without an error, so the checksums of a PNG are verified.
 */
export const isSound = (bytes: Buffer, format: keyof typeof endings): boolean =>
  endsAs(bytes, format) && (format !== 'png' || hasRightSums(bytes))

/**
 * A PNG is a signature of eight bytes and a sequence of chunks: length, name, data, and a checksum
 * of name and data.
 */
function hasRightSums(png: Buffer): boolean {
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    if (end + 4 > png.length || crc32(png.subarray(at + 4, end)) !== png.readUInt32BE(end))
      return false
    at = end + 4
  }
  return true
}

/**
 * Whether the end of a file shows it to be complete. Formats are detected by their first bytes; for
 * unknown formats the end is not checked.
 */
function endsWhole(bytes: Buffer): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return endsAs(bytes, 'jpeg')
  if (bytes.toString('latin1', 1, 4) === 'PNG') return isSound(bytes, 'png')
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return bytes.at(-1) === 0x3b
  // The RIFF header gives the number of bytes after the first eight.
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return bytes.readUInt32LE(4) + 8 <= bytes.length
  return true
}
