import type { Font } from 'fontkit'
import { type AddedGlyph, addGlyphs, type Box } from './added-glyphs.js'
import { SHARED_MARKS } from './characters.js'
import { type CharacterMap, cmapTable } from './cmap.js'
import { glyphsForDoubles } from './doubles.js'
import type { Tables } from './sfnt.js'

/** Numerator and denominator of the fractions that the sources lack, as superscripts. */
const FRACTIONS = {
  '⅓': '¹³',
  '⅔': '²³',
  '⅕': '¹⁵',
  '⅖': '²⁵',
  '⅗': '³⁵',
  '⅘': '⁴⁵',
  '⅙': '¹⁶',
  '⅚': '⁵⁶',
  '⅛': '¹⁸',
  '⅜': '³⁸',
  '⅝': '⁵⁸',
  '⅞': '⁷⁸',
}

/** Width of space characters in em. */
const BLANKS = {
  '\u2004': 1 / 3,
  '\u2005': 1 / 4,
  '\u2006': 1 / 6,
  '\u2009': 1 / 5,
  '\u200a': 1 / 8,
  '\u200b': 0,
  '\u2060': 0,
}

/**
 * Adjusts the punctuation of a Chinese face to the widths of Chinese typesetting, and adds the few
 * characters that the sources lack:
 * - `—` fills its cell, so that `——` is one line (GB/T 15834 4.11) and needs no ligature;
 * - `·` takes half a cell (GB/T 15834 5.1.7).
 */
export function setMarks(tables: Tables, font: Font): CharacterMap {
  const map = mapOf(font)
  const em = font.unitsPerEm
  const added = glyphsForDoubles(font, map)
  for (const [char, width] of Object.entries(BLANKS)) {
    if (!has(font, char)) added.set(char, { advance: Math.round(em * width), parts: [] })
  }
  const dash = glyphOf(font, '―')
  const stroke = { glyph: dash.id, box: dash.box, xScale: em / (dash.box.maxX - dash.box.minX) }
  const left = -dash.box.minX * stroke.xScale
  added.set('—', { advance: em, parts: [{ ...stroke, dx: left }] })
  added.set('⸺', {
    advance: em * 2,
    parts: [
      { ...stroke, dx: left },
      { ...stroke, dx: left + em },
    ],
  })
  const dot = glyphOf(font, '·')
  added.set('·', {
    advance: em / 2,
    parts: [{ glyph: dot.id, box: dot.box, dx: (em / 2 - dot.advance) / 2 }],
  })
  for (const [char, [above = '', below = '']] of Object.entries(FRACTIONS)) {
    if (!has(font, char) && has(font, above) && has(font, below)) {
      added.set(char, fraction(glyphOf(font, above), glyphOf(font, '/'), glyphOf(font, below)))
    }
  }
  return withAdded(tables, map, added)
}

/** Maps the shared punctuation to the narrow forms of a Noto font for Latin text (`pwid`). */
export function setNarrowMarks(tables: Tables, font: Font): CharacterMap {
  const map = mapOf(font)
  for (const char of SHARED_MARKS) {
    const glyph = font.layout(char, ['pwid'], 'latn').glyphs[0]
    if (glyph) map.set(codePointOf(char), glyph.id)
  }
  return withAdded(tables, map, new Map())
}

function withAdded(
  tables: Tables,
  map: CharacterMap,
  added: Map<string, AddedGlyph>,
): CharacterMap {
  const ids = addGlyphs(tables, [...added.values()])
  ;[...added.keys()].forEach((char, i) => {
    map.set(codePointOf(char), ids[i] ?? 0)
  })
  tables.set('cmap', cmapTable(map))
  return map
}

function fraction(above: Drawn, slash: Drawn, below: Drawn): AddedGlyph {
  // The slash overlaps the numerator and the denominator by a fifth of its width.
  const slashAt = above.advance - slash.advance / 5
  const belowAt = slashAt + slash.advance * 0.8
  return {
    advance: Math.round(belowAt + below.advance),
    parts: [
      { glyph: above.id, dx: 0, box: above.box },
      { glyph: slash.id, dx: slashAt, box: slash.box },
      { glyph: below.id, dx: belowAt, dy: -below.box.minY, box: below.box },
    ],
  }
}

interface Drawn {
  id: number
  advance: number
  box: Box
}

function glyphOf(font: Font, char: string): Drawn {
  const glyph = font.glyphForCodePoint(codePointOf(char))
  const { minX, minY, maxX, maxY } = glyph.bbox
  return { id: glyph.id, advance: glyph.advanceWidth, box: { minX, minY, maxX, maxY } }
}

/** Returns the glyph id of each character of a font. */
export const mapOf = (font: Font): CharacterMap =>
  new Map(font.characterSet.map((codePoint) => [codePoint, font.glyphForCodePoint(codePoint).id]))

const has = (font: Font, char: string) => font.hasGlyphForCodePoint(codePointOf(char))
const codePointOf = (char: string) => char.codePointAt(0) ?? 0
