import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { Coding, WhyLossless } from '../model/picture.js'
import { likeness, type RawPixels, windowRows } from './likeness.js'
import { loadSharp } from './sharp.js'

/**
 * Qualities that are tried, each with full resolution of colour. At 90 a photo is like its source; one
 * with small letters needs more, and one with much grain most.
 */
const qualities = [90, 94, 97, 98] as const
/** With less than this at one quality, a picture has so much grain that the next will not do either. */
const grained = 0.97
/** The least mean likeness of a JPEG. Readers tell no difference above 0.98. */
const leastLikeness = 0.981
/** The least likeness of all but a hundredth of the windows: small letters on a large photo. */
const leastInDetail = 0.95
/**
 * The largest JPEG, as a share of the bytes without loss. It must be worth the loss; these are deflated
 * in a hurry, and would be a tenth fewer with care.
 */
const largestShare = 0.65
/** The most pixels that are tried: A4 at 500 dpi. Three such pictures take 250 MB. */
const most = 24_000_000

/** A JPEG and how it compares with the picture without loss; or why there is none. */
export type Tried =
  | { jpeg: Buffer; coding: Coding & { as: 'jpeg' } }
  | { jpeg?: undefined; coding: Coding & { as: 'lossless' } }

/**
 * Codes a picture as JPEG of at least this quality, and compares the two. It stays without loss unless
 * the JPEG is much smaller and no difference is seen: line drawings, QR codes and charts have few
 * colours, which take fewer bytes without loss. Of a large picture a sample of its rows is compared.
 *
 * The browser decodes every picture that is not a JPEG and deflates its pixels, which for a photo takes
 * several times as long as all of this.
 */
export async function asJpeg(pixels: RawPixels, quality: number): Promise<Tried> {
  if (hasAlpha(pixels)) return lossless('transparent')
  if (pixels.width * pixels.height > most) return lossless('huge')
  const part = sampleOf(pixels, sampled)
  const bytes = await packedSize(part)
  const lowest = Math.max(quality, qualities[0])
  const ladder = [lowest, ...qualities.filter((one) => one > lowest)]
  for (let step = 0; step < ladder.length; step++) {
    const tried = ladder[step] ?? lowest
    const sample = await jpegOf(part, tried)
    const share = sample.length / bytes
    if (share > largestShare) return lossless(step === 0 ? 'compact' : 'unlike')
    const { mean, worst } = likeness(part, await pixelsOf(sample))
    if (mean >= leastLikeness && worst >= leastInDetail) {
      const jpeg = part === pixels ? sample : await jpegOf(pixels, tried)
      return { jpeg, coding: { as: 'jpeg', quality: tried, likeness: mean, share } }
    }
    if (mean < grained && step + 2 < ladder.length) step++
  }
  return lossless('unlike')
}

/** About the bytes that a picture takes without loss. */
async function packedSize(pixels: RawPixels): Promise<number> {
  const part = sampleOf(pixels, packed)
  // The level makes little difference to a photo, but much to the time.
  const { length } = await promisify(deflate)(part.data, { level: 1 })
  return (length * pixels.height) / part.height
}

const lossless = (why: WhyLossless): Tried => ({ coding: { as: 'lossless', why } })

const hasAlpha = ({ channels }: RawPixels) => channels === 2 || channels === 4

async function jpegOf(pixels: RawPixels, quality: number): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(pixels.data, { raw: pixels })
    .jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer()
}

async function pixelsOf(jpeg: Buffer): Promise<RawPixels> {
  const sharp = await loadSharp()
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  return { ...info, data }
}

/** Whether the alpha of every pixel is full. */
export function isOpaque({ data, channels }: RawPixels): boolean {
  for (let at = channels - 1; at < data.length; at += channels) if (data[at] !== 0xff) return false
  return true
}

/** Rows of a band: no block of JPEG, and no window that is compared, lies in two bands. */
const bandRows = windowRows
/** A picture of fewer pixels is compared whole; of a larger one about as many. */
const sampled = 300_000
/** So many of the compared pixels are deflated. */
const packed = 75_000
/** One band in so many is taken, at most. */
const sparsest = 8

/** The picture, or bands from its whole height put together, of about so many pixels. */
function sampleOf(pixels: RawPixels, wanted: number): RawPixels {
  const { data, width, height, channels } = pixels
  const one = Math.min(sparsest, Math.floor((width * height) / wanted))
  if (one < 2) return pixels
  const band = width * channels * bandRows
  const bands: Uint8Array[] = []
  for (let at = 0; at + band <= data.length; at += one * band)
    bands.push(data.subarray(at, at + band))
  return { data: Buffer.concat(bands), width, height: bands.length * bandRows, channels }
}
