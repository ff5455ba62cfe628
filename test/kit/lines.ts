import type { Glyph } from './glyphs.js'

/** The glyphs on one baseline, from left to right. */
export interface Line {
  text: string
  /** Left edge of the first glyph, baseline, and right edge of the last glyph, mm. */
  x: number
  y: number
  right: number
  glyphs: Glyph[]
}

/**
 * Maximum distance of baselines that count as one line, mm. Chromium snaps them to whole pixels.
 */
const sameLine = 0.6

/** Groups the glyphs of a page into lines, from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const rows: Glyph[][] = []
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row?.[0] && glyph.y - row[0].y < sameLine) row.push(glyph)
    else rows.push([glyph])
  }
  return rows.map((row) => {
    const inOrder = row.toSorted((a, b) => a.x - b.x)
    const [first, last] = [inOrder[0], inOrder.at(-1)]
    return {
      text: inOrder.map(({ text }) => text).join(''),
      x: first?.x ?? 0,
      y: first?.y ?? 0,
      right: (last?.x ?? 0) + (last?.width ?? 0),
      glyphs: inOrder,
    }
  })
}

/** Marks of which one half of their cell is blank, and is given up where a line needs it. */
const blankBehind = /[，。、；：！？）》〉】〕」』”’]$/u
const blankBefore = /^[“‘（《〈【〔「『]/u

/** The left edge of a line without the blank of a mark at its start, mm. */
export function inkLeft({ text, x, glyphs }: Line): number {
  const [first] = glyphs
  return blankBefore.test(text.trimStart()) && first ? x + first.width / 2 : x
}

/** The right edge of a line without the blank of a mark at its end, mm. */
export function inkRight({ text, right, glyphs }: Line): number {
  const last = glyphs.at(-1)
  return blankBehind.test(text.trimEnd()) && last ? right - last.width / 2 : right
}
