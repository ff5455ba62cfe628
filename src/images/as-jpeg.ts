import type { Coding, WhyLossless } from '../model/picture.js'
import { isCompact } from './late.js'
import { type Likeness, likenessAt } from './likeness.js'
import { packedSize } from './packed-size.js'
import { loadSharp } from './sharp.js'
import { type RawPixels, spectraOf } from './spectra.js'

/**
 * Qualities that are tried, each with full resolution of colour. At 90 a photo is like its source; one
 * with small letters needs more, and one with much grain most.
 */
const qualities = [90, 94, 97, 98] as const
/** The least mean likeness of a JPEG. Readers tell no difference above 0.98. */
const leastLikeness = 0.981
/** The least likeness of all but a hundredth of the windows: small letters on a large photo. */
const leastInDetail = 0.96
/**
 * The largest JPEG, as a share of the bytes without loss. It must be worth the loss; these are deflated
 * in a hurry, and would be a tenth fewer with care. Photos take up to half, letters and lines more than
 * six tenths.
 */
const largestShare = 0.55
/** The most pixels that are tried: A4 at 500 dpi. Three such pictures take 250 MB. */
const most = 24_000_000

/** A JPEG and how it compares with the picture without loss; or why there is none. */
export type Tried =
  | { jpeg: Buffer; coding: Coding & { as: 'jpeg' } }
  | { jpeg?: undefined; coding: Coding & { as: 'lossless' } }

/**
 * Codes a picture as JPEG of at least this quality. It stays without loss unless the JPEG is much
 * smaller and no difference is seen: line drawings, QR codes and charts have few colours, which take
 * fewer bytes without loss. The quality is found before anything is coded, in a part of the picture.
 *
 * The browser decodes every picture that is not a JPEG and deflates its pixels, which for a photo takes
 * several times as long as all of this.
 */
export async function asJpeg(pixels: RawPixels, quality: number): Promise<Tried> {
  const { width, height } = pixels
  if (hasAlpha(pixels)) return lossless('transparent')
  if (width * height > most) return lossless('huge')
  const packing = packedSize(pixels)
  const found = leastQuality(pixels, Math.max(quality, qualities[0]))
  const bytes = await packing
  if (isCompact(bytes, width * height)) return lossless('compact')
  if (!found) return lossless('unlike')
  const jpeg = await jpegOf(pixels, found.quality)
  const share = jpeg.length / bytes
  if (share > largestShare) return lossless('compact')
  return { jpeg, coding: { as: 'jpeg', quality: found.quality, likeness: found.mean, share } }
}

/** The least of the qualities, from this one, at which a JPEG is like enough to its source. */
function leastQuality(
  pixels: RawPixels,
  lowest: number,
): (Likeness & { quality: number }) | undefined {
  const spectra = spectraOf(pixels)
  for (const quality of [lowest, ...qualities.filter((one) => one > lowest)]) {
    const likeness = likenessAt(quality, spectra)
    if (likeness.mean >= leastLikeness && likeness.worst >= leastInDetail)
      return { ...likeness, quality }
  }
  return undefined
}

const lossless = (why: WhyLossless): Tried => ({ coding: { as: 'lossless', why } })

const hasAlpha = ({ channels }: RawPixels) => channels === 2 || channels === 4

async function jpegOf(pixels: RawPixels, quality: number): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(pixels.data, { raw: pixels })
    .jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer()
}

/** Whether the alpha of every pixel is full. */
export function isOpaque({ data, channels }: RawPixels): boolean {
  for (let at = channels - 1; at < data.length; at += channels) if (data[at] !== 0xff) return false
  return true
}
