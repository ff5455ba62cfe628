import { gunzipSync } from 'node:zlib'
import { isEmf, readEmf } from './emf.js'
import { isWmf, readWmf } from './wmf.js'

/** A picture within a metafile: a whole file of its own (JPEG, PNG, BMP). */
export type Wrapped = { bytes: Buffer } | { why: 'drawing' | 'broken' }

/** Whether bytes are a metafile of Windows, packed (`.emz`) or not. */
export const isMetafile = (bytes: Buffer): boolean =>
  isEmf(bytes) || isWmf(bytes) || isPacked(bytes)

const isPacked = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** What a packed metafile may come to, in bytes. */
const largest = 200e6

/**
 * Returns a metafile without its packing, and whether it is EMF or WMF; undefined when it is broken.
 */
export function unpackedMetafile(
  bytes: Buffer,
): { bytes: Buffer; ending: 'emf' | 'wmf' } | undefined {
  try {
    const plain = isPacked(bytes) ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes
    if (isEmf(plain)) return { bytes: plain, ending: 'emf' }
    return isWmf(plain) ? { bytes: plain, ending: 'wmf' } : undefined
  } catch {
    return undefined
  }
}

/**
 * Returns the bitmap that a metafile merely wraps, or why there is none: it draws lines, areas or
 * text, or puts several bitmaps beside each other.
 */
export function bitmapInMetafile(bytes: Buffer): Wrapped {
  const plain = unpackedMetafile(bytes)
  if (!plain) return { why: 'broken' }
  try {
    const { bitmaps, draws } = plain.ending === 'emf' ? readEmf(plain.bytes) : readWmf(plain.bytes)
    const places = new Set(bitmaps.map(({ on }) => on))
    // Of a picture and its mask, the mask is the smaller.
    const [first] = bitmaps.toSorted((a, b) => b.bytes.length - a.bytes.length)
    return first && !draws && places.size === 1 ? { bytes: first.bytes } : { why: 'drawing' }
  } catch (error) {
    if (error instanceof RangeError) return { why: 'broken' }
    throw error
  }
}
