import { isUtf8 } from 'node:buffer'

/** A text, or why the bytes are none. */
export type Decoded =
  | { text: string; legacy?: true }
  | {
      text?: undefined
      /** `damaged` and `nul`: a text but for a few bytes. */
      wrong: 'binary' | 'unknown-encoding' | 'damaged' | 'nul'
      /** Where it is noticed, from 1. */
      line: number
    }

const BOMS = [
  { label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/**
 * Bytes of a text file → text without its BOM, line ends as they are. UTF-8, UTF-16 with a BOM,
 * and, since Windows editors still write it, GB18030 (`legacy`: worth a warning).
 */
export function decode(bytes: Uint8Array): Decoded {
  const bom = BOMS.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte))
  const text = bom ? strictly(bom.label, bytes) : strictly('utf-8', bytes)
  if (text !== undefined) return text.includes('\0') ? withNul(text) : { text }
  // A NUL byte is in no text of a one-byte or GB encoding; pictures and Word files are full of them.
  if (!bom && bytes.includes(0)) return { wrong: 'binary', line: 1 }
  const torn = damaged(bom?.label ?? 'utf-8', bytes)
  if (torn) return torn
  const legacy = bom ? undefined : strictly('gb18030', bytes)
  return legacy === undefined
    ? { wrong: 'unknown-encoding', line: 1 }
    : { text: legacy, legacy: true }
}

/** One NUL in a thousand characters is a slip; more are a file of another kind. */
function withNul(text: string): Decoded {
  const count = text.split('\0').length - 1
  if (count > 1 + text.length / 1000) return { wrong: 'binary', line: 1 }
  return { wrong: 'nul', line: lineAt(text, text.indexOf('\0')) }
}

/**
 * A text of which nearly all can be read in an encoding, but not the rest: a character cut in two, a lone
 * surrogate. Read in another it would be nonsense from its first line to its last.
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

/** The BOM goes: `ignoreBOM: false` is the decoder's way of saying so. */
function strictly(label: string, bytes: Uint8Array): string | undefined {
  if (label === 'utf-8') return isUtf8(bytes) ? fromUtf8(bytes) : undefined
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** What the decoder would give, several times as fast. */
function fromUtf8({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
