import type { Issue, Kind } from '../model/issue.js'
import type { PictureRoom } from './picture-size.js'
import type { PageView } from './view-model.js'

/** Type area of A4, mm (GB/T 9704—2012, 5.2.1). */
const measure = 156
const depth = 225
const pxPerMm = 96 / 25.4

/** Lines a page by template (docs/design/authoring-format.md, the table of templates). */
const usualLines = { newsletter: 25, briefing: 22, document: 22 } as const satisfies Record<
  Kind,
  number
>

/** The grid of the page with its defaults: 28 characters a line, two-sided. */
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

/** 天头, mm (GB/T 9704—2012, 5.2.1): over the lines of a newsletter and a document. */
const overLines = 37

/**
 * Where the first line begins when 天头 is the white over its letters, as it is in a briefing, mm: half
 * of what a line is higher than they are, less. To the hundredth.
 */
const overLetters = (chars: number, line: number): number =>
  Math.round((overLines - Math.max(0, line / pxPerMm - measure / chars) / 2) * 100) / 100

/**
 * The pitch of `lines` to the page, px: rounded down to eighths, since Chromium mixes two pitches
 * for anything finer and a column then holds a line less than the printed page.
 */
const linePitch = (lines: number): number => Math.floor(((depth * pxPerMm) / lines) * 8) / 8

/** The room that pictures have on such a page. */
export const roomOf = ({ lines, line }: PageView): PictureRoom => ({
  measure,
  line: line / pxPerMm,
  lines,
})
