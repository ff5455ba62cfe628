import type { Issue, Kind } from '../model/issue.js'
import type { PictureRoom } from './picture-size.js'
import type { PageView } from './view-model.js'

/** Type area of A4, mm (GB/T 9704—2012, 5.2.1). */
const measure = 156
const depth = 225
const pxPerMm = 96 / 25.4

/**
 * Default number of lines on a page, by template (docs/design/authoring-format.md, table of
 * templates).
 */
const usualLines = { newsletter: 25, briefing: 22, document: 22 } as const satisfies Record<
  Kind,
  number
>

/** The page grid of an issue. Defaults: 28 characters a line, two-sided. */
export function pageOf({
  settings: { page = {} },
  kind,
}: Pick<Issue, 'settings' | 'kind'>): PageView {
  const lines = page.lines ?? usualLines[kind]
  const chars = page.chars ?? 28
  const line = linePitch(lines)
  return {
    chars,
    lines,
    line,
    top: kind === 'briefing' ? overLetters(chars, line) : overLines,
    duplex: page.duplex ?? true,
    mirror: page.mirror ?? false,
  }
}

/**
 * Top margin (天头), mm (GB/T 9704—2012, 5.2.1): the distance to the first line box in a newsletter
 * and a document.
 */
const overLines = 37

/**
 * Distance to the first line box in mm when the top margin is measured to the letters, as in a
 * briefing: the usual margin less half of the difference between line height and letter size.
 * Rounded to 0.01 mm.
 */
const overLetters = (chars: number, line: number): number =>
  Math.round((overLines - Math.max(0, line / pxPerMm - measure / chars) / 2) * 100) / 100

/**
 * The line pitch in px for `lines` lines on a page. Rounded down to 1/8 px: for finer values
 * Chromium mixes two pitches, and a layout column then holds a line less than the printed page.
 */
const linePitch = (lines: number): number => Math.floor(((depth * pxPerMm) / lines) * 8) / 8

/** The space available to pictures on such a page, mm and lines. */
export const roomOf = ({ lines, line }: PageView): PictureRoom => ({
  measure,
  line: line / pxPerMm,
  lines,
})
