/**
 * Whether a picture is all there: its end is looked at, and only one that ends otherwise is decoded,
 * which takes as long as building does. Some cameras write behind the end of a photo, so a strange end
 * alone proves nothing. Rejects when it cannot be decoded.
 */
export async function proveWhole(bytes: Buffer): Promise<void> {
  if (endsWhole(bytes)) return
  const { default: sharp } = await import('sharp')
  await sharp(bytes, { failOn: 'error', limitInputPixels: 300_000_000 }).stats()
}

/** How a whole file ends; a download that broke off does not. */
const endings = {
  jpeg: Buffer.from([0xff, 0xd9]),
  png: Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]),
}

/** Whether a file of a format ends as one that was written to its end. */
export const endsAs = (bytes: Buffer, format: keyof typeof endings): boolean =>
  bytes.subarray(-endings[format].length).equals(endings[format])

/** By its first bytes; of a format other than these nothing can be told from the end. */
function endsWhole(bytes: Buffer): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return endsAs(bytes, 'jpeg')
  if (bytes.toString('latin1', 1, 4) === 'PNG') return endsAs(bytes, 'png')
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return bytes.at(-1) === 0x3b
  // RIFF says how many bytes follow its first eight.
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return bytes.readUInt32LE(4) + 8 <= bytes.length
  return true
}
