import { isUtf8 } from 'node:buffer'

/** The decoded text, or why the bytes are not a text. */
export type Decoded =
  | { text: string; legacy?: true }
  | {
      text?: undefined
      /** `damaged` and `nul`: a text in which only a few bytes are invalid. */
      wrong: 'binary' | 'unknown-encoding' | 'damaged' | 'nul'
      /** The first line with invalid bytes, from 1. */
      line: number
    }

const BOMS = [
  { label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/**
 * Decodes a text file and removes its BOM; line ends are unchanged. Accepts UTF-8, UTF-16 with a
 * BOM, and GB18030, which Windows editors still write (`legacy`: reported as a warning).
 */
export function decode(bytes: Uint8Array): Decoded {
  const bom = BOMS.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte))
  const text = bom ? strictly(bom.label, bytes) : strictly('utf-8', bytes)
  if (text !== undefined) return text.includes('\0') ? withNul(text) : { text }
  // No text in a single-byte or GB encoding contains a NUL byte; pictures and Word files contain
  // many.
  if (!bom && bytes.includes(0)) return { wrong: 'binary', line: 1 }
  const partlyValid = damaged(bom?.label ?? 'utf-8', bytes)
  if (partlyValid) return partlyValid
  const legacy = bom ? undefined : strictly('gb18030', bytes)
  return legacy === undefined
    ? { wrong: 'unknown-encoding', line: 1 }
    : { text: legacy, legacy: true }
}

/**
 * Tolerates about one NUL per thousand characters as a typing error; a file with more is binary.
 */
function withNul(text: string): Decoded {
  const count = text.split('\0').length - 1
  if (count > 1 + text.length / 1000) return { wrong: 'binary', line: 1 }
  return { wrong: 'nul', line: lineAt(text, text.indexOf('\0')) }
}

/**
 * Detects a text that is almost entirely valid in one encoding, with a few invalid sequences such
 * as a truncated character or a lone surrogate. Decoding it in another encoding would garble the
 * whole text.
 */
function damaged(label: string, bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder(label).decode(bytes)
  const lost = text.split('\ufffd').length - 1
  const read = (text.match(/[\u0080-\ufffc]/g) ?? []).length
  return lost > 0 && lost * 10 < read
    ? { wrong: 'damaged', line: lineAt(text, text.indexOf('\ufffd')) }
    : undefined
}

const lineAt = (text: string, index: number) => text.slice(0, index).split(/\r\n|\r|\n/).length

/** `ignoreBOM: false` makes the decoder remove the BOM. */
function strictly(label: string, bytes: Uint8Array): string | undefined {
  if (label === 'utf-8') return isUtf8(bytes) ? fromUtf8(bytes) : undefined
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Equivalent to TextDecoder for valid UTF-8, and several times as fast. */
function fromUtf8({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
