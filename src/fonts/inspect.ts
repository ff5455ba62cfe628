import type { BundledFaces } from './bundled.js'
import type { FontFace } from './face.js'
import { withFontFile } from './sfnt.js'

/** Facts about a face that layout needs. */
export interface FaceFacts {
  has(codePoint: number): boolean
  /** Whether “ ” ‘ ’ — … are 1 em wide, as in Chinese text. */
  fullWidthMarks: boolean
  /** Width of U+0020, em. */
  space: number
  /** Width of a character that it draws, in whole thousandths of an em, without kerning. */
  width(codePoint: number): number
}

/** The facts of a face that draws nothing. */
export const nothing: FaceFacts = {
  has: () => false,
  fullWidthMarks: true,
  space: 0.25,
  width: () => 1000,
}

const WIDE_MARKS = '“”‘’—…'

const TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'OS/2', 'post', 'name', 'glyf', 'CFF ']

/**
 * Returns the facts of a face: from `coverage.json` for a bundled face, else from its file.
 *
 * @throws Error if the file cannot be read as a font.
 */
export async function inspectFace(face: FontFace, bundled: BundledFaces): Promise<FaceFacts> {
  for (const known of bundled.values()) {
    if (known.file === face.file) {
      const space = known.space / known.unitsPerEm
      const width = widthsIn(known.widths)
      return { has: membership(known.runs), fullWidthMarks: true, space, width }
    }
  }
  const { create } = await import('fontkit')
  return withFontFile(face.file, async (file) => {
    const bytes = await file.face(face.index, TABLES)
    const font = create(bytes)
    if (!('characterSet' in font)) return nothing
    const characters = new Set(font.characterSet)
    const { hhea, hmtx } = { hhea: table(bytes, 'hhea'), hmtx: table(bytes, 'hmtx') }
    const full = hhea.readUInt16BE(34)
    const advanceOf = (codePoint: number) => {
      const { id } = font.glyphForCodePoint(codePoint)
      return hmtx.readUInt16BE(Math.min(id, full - 1) * 4)
    }
    const advance = (char: string) => advanceOf(char.codePointAt(0) ?? 0)
    return {
      has: (codePoint) => characters.has(codePoint),
      space: advance(' ') / font.unitsPerEm,
      fullWidthMarks: [...WIDE_MARKS].every(
        (char) =>
          advance(char) >= font.unitsPerEm * 0.95 || !characters.has(char.codePointAt(0) ?? 0),
      ),
      width: memoized((codePoint) => Math.round((advanceOf(codePoint) * 1000) / font.unitsPerEm)),
    }
  })
}

function table(font: Buffer, tag: string): Buffer {
  const row = 12 + Math.max(0, tags(font).indexOf(tag)) * 16
  const start = font.readUInt32BE(row + 8)
  return font.subarray(start, start + font.readUInt32BE(row + 12))
}

const tags = (font: Buffer) =>
  Array.from({ length: font.readUInt16BE(4) }, (_, i) =>
    font.toString('latin1', 12 + i * 16, 16 + i * 16),
  )

/**
 * Returns a function that tells whether a code point is in a “present” run of `BundledFace.runs`.
 */
function membership(runs: readonly number[]): (codePoint: number) => boolean {
  const ends: number[] = []
  let end = 0
  for (const run of runs) {
    end += run
    ends.push(end)
  }
  return (codePoint) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= codePoint) low = middle + 1
      else high = middle
    }
    return low < ends.length && low % 2 === 1
  }
}

/** Returns a lookup in the triples of `BundledFace.widths`, which are expanded on first use. */
function widthsIn(triples: readonly number[]): (codePoint: number) => number {
  let widths: Map<number, number> | undefined
  return (codePoint) => {
    widths ??= new Map(exceptions(triples))
    return widths.get(codePoint) ?? 1000
  }
}

function* exceptions(triples: readonly number[]): Generator<[number, number]> {
  let codePoint = 0
  for (let i = 0; i < triples.length; i += 3) {
    const [skipped = 0, count = 0, width = 0] = triples.slice(i, i + 3)
    codePoint += skipped
    for (const end = codePoint + count; codePoint < end; codePoint++) yield [codePoint, width]
  }
}

/** Memoizes a function of a code point. */
function memoized(ask: (codePoint: number) => number): (codePoint: number) => number {
  const answers = new Map<number, number>()
  return (codePoint) => {
    const known = answers.get(codePoint)
    if (known !== undefined) return known
    const answer = ask(codePoint)
    answers.set(codePoint, answer)
    return answer
  }
}
