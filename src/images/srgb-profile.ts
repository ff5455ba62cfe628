import { loadSharp } from './sharp.js'

/** Returns the ICC profile of sRGB that comes with sharp: 480 bytes, CC0. */
export async function srgbProfile(): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const dot = { width: 1, height: 1, channels: 3, background: '#fff' } as const
  const bytes = await sharp({ create: dot }).withIccProfile('srgb').png().toBuffer()
  const { icc } = await sharp(bytes).metadata()
  if (!icc) throw new Error('sharp wrote no profile')
  return icc
}
