import { words } from './sfnt.js'

/** A full-width punctuation mark whose outline is within one half of its cell. */
export interface HalfMark {
  glyph: number
  /** The empty half. */
  blank: 'left' | 'right'
}

/** The script tags under which browsers shape this text. */
const SCRIPTS = ['DFLT', 'hani', 'kana', 'latn']

/**
 * Returns a `GPOS` table with the feature `halt`, which sets punctuation half an em wide. Browsers
 * trim adjacent punctuation ( ）（ and 。” ) only in a font that has this feature.
 * @param half half an em in font units.
 */
export function squeezeTable(marks: readonly HalfMark[], half: number): Buffer {
  const inOrder = marks.toSorted((a, b) => a.glyph - b.glyph)
  const script = Buffer.concat([words(4, 0), words(0, 0xffff, 1, 0)])
  const scripts = Buffer.concat([
    words(SCRIPTS.length),
    ...SCRIPTS.map((tag) => Buffer.concat([Buffer.from(tag), words(2 + SCRIPTS.length * 6)])),
    script,
  ])
  const features = Buffer.concat([words(1), Buffer.from('halt'), words(8), words(0, 1, 0)])
  const lookups = Buffer.concat([words(1, 4), words(1, 0, 1, 8), adjustments(inOrder, half)])
  const offsets = [10, 10 + scripts.length, 10 + scripts.length + features.length]
  return Buffer.concat([words(1, 0, ...offsets), scripts, features, lookups])
}

/**
 * SinglePos format 2 with an X placement and X advance for each glyph, followed by its coverage
 * table.
 */
function adjustments(marks: readonly HalfMark[], half: number): Buffer {
  const values = marks.map(({ blank }) => words(blank === 'left' ? -half : 0, -half))
  const coverage = words(1, marks.length, ...marks.map(({ glyph }) => glyph))
  const header = words(2, 8 + values.length * 4, 0x0005, values.length)
  return Buffer.concat([header, ...values, coverage])
}
