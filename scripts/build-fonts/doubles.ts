import type { Font } from 'fontkit'
import type { AddedGlyph } from './added-glyphs.js'
import { COMMON_HAN_AND_MARKS } from './characters.js'
import type { CharacterMap } from './cmap.js'

/**
 * Returns additional glyphs for characters that share a glyph in the source, such as 工 and the
 * radical ⼯ (U+2F2F), or ／ and ∕. A browser maps a shared glyph to the lower code point in the PDF,
 * so copying or searching 工作 would give ⼯作. The lower code point of such a pair therefore gets its
 * own identical glyph.
 */
export function glyphsForDoubles(font: Font, map: CharacterMap): Map<string, AddedGlyph> {
  const added = new Map<string, AddedGlyph>()
  for (const codePoints of sharing(map)) {
    const written = codePoints.find(isWritten)
    for (const codePoint of codePoints.filter((one) => written !== undefined && one < written)) {
      const { id, advanceWidth, bbox } = font.glyphForCodePoint(codePoint)
      const { minX, minY, maxX, maxY } = bbox
      const blank = !(maxX > minX)
      const parts = blank ? [] : [{ glyph: id, dx: 0, box: { minX, minY, maxX, maxY } }]
      added.set(String.fromCodePoint(codePoint), { advance: advanceWidth, parts })
    }
  }
  return added
}

/** Returns the code points of each glyph that has several, in ascending order. */
function sharing(map: CharacterMap): number[][] {
  const byGlyph = new Map<number, number[]>()
  for (const [codePoint, glyph] of map) {
    if (glyph !== 0) byGlyph.set(glyph, [...(byGlyph.get(glyph) ?? []), codePoint])
  }
  return [...byGlyph.values()]
    .filter(({ length }) => length > 1)
    .map((codePoints) => codePoints.sort((a, b) => a - b))
}

/** Returns whether texts use the character: ASCII, GB 2312, and all unified Han characters. */
const isWritten = (codePoint: number): boolean =>
  codePoint < 0x80 ||
  (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
  COMMON_HAN_AND_MARKS.has(codePoint)
