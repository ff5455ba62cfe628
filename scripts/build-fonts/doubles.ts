import type { Font } from 'fontkit'
import type { AddedGlyph } from './added-glyphs.js'
import { COMMON_HAN_AND_MARKS } from './characters.js'
import type { CharacterMap } from './cmap.js'

/**
 * Sources draw two characters with one glyph: 工 and the radical ⼯ (U+2F2F), ／ and ∕. A browser
 * then notes the lower code point in the PDF, and whoever copies or searches 工作 meets ⼯作. The
 * lower one of such a pair therefore gets a glyph of its own, which looks the same.
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

/** Code points of each glyph that has several, in rising order. */
function sharing(map: CharacterMap): number[][] {
  const byGlyph = new Map<number, number[]>()
  for (const [codePoint, glyph] of map) {
    if (glyph !== 0) byGlyph.set(glyph, [...(byGlyph.get(glyph) ?? []), codePoint])
  }
  return [...byGlyph.values()]
    .filter(({ length }) => length > 1)
    .map((codePoints) => codePoints.sort((a, b) => a - b))
}

/** Whether texts are written with it: ASCII, GB 2312, and every unified Han character. */
const isWritten = (codePoint: number): boolean =>
  codePoint < 0x80 ||
  (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
  COMMON_HAN_AND_MARKS.has(codePoint)
