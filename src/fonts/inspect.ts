import type { BundledFaces } from './bundled.js'
import type { FontFace } from './face.js'
import { withFontFile } from './sfnt.js'

/** What a face can draw. */
export interface FaceFacts {
  has(codePoint: number): boolean
  /** Whether “ ” ‘ ’ — … take a whole cell, as Chinese setting wants. */
  fullWidthMarks: boolean
  /** Width of a plain space, em. */
  space: number
}

const WIDE_MARKS = '“”‘’—…'

const TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'OS/2', 'post', 'name', 'glyf', 'CFF ']

/** The facts of a bundled face, from `coverage.json`; of any other, from its file. */
export async function inspectFace(face: FontFace, bundled: BundledFaces): Promise<FaceFacts> {
  for (const known of bundled.values()) {
    if (known.file === face.file) {
      const space = known.space / known.unitsPerEm
      return { has: membership(known.runs), fullWidthMarks: true, space }
    }
  }
  const { create } = await import('fontkit')
  return withFontFile(face.file, async (file) => {
    const bytes = await file.face(face.index, TABLES)
    const font = create(bytes)
    if (!('characterSet' in font)) return { has: () => false, fullWidthMarks: true, space: 0.25 }
    const characters = new Set(font.characterSet)
    const { hhea, hmtx } = { hhea: table(bytes, 'hhea'), hmtx: table(bytes, 'hmtx') }
    const full = hhea.readUInt16BE(34)
    const advance = (char: string) => {
      const { id } = font.glyphForCodePoint(char.codePointAt(0) ?? 0)
      return hmtx.readUInt16BE(Math.min(id, full - 1) * 4)
    }
    return {
      has: (codePoint) => characters.has(codePoint),
      space: advance(' ') / font.unitsPerEm,
      fullWidthMarks: [...WIDE_MARKS].every(
        (char) =>
          advance(char) >= font.unitsPerEm * 0.95 || !characters.has(char.codePointAt(0) ?? 0),
      ),
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

/** Whether alternating runs of lacking and having reach a code point in a “having” one. */
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
