import type { Line } from './lines.js'
import type { Pdf, PdfPage } from './read-pdf.js'
import { linesIn } from './type-area.js'

/** A contents row as printed. */
export interface ContentsRow {
  /** Empty for the row of a briefs section. */
  title: string
  number: number
  /** Target page of its link. */
  leadsTo: number | undefined
  /** Page of the contents that the row is on. */
  on: number
  lines: Line[]
}

/** Left edge of the last four cells of a line, where the page number is, mm. */
const numberField = 28 + (156 / 28) * 24 - 0.2

/** The pages of the contents: from its title to the page before the first bookmark's target. */
export function contentsPages({ pages, outline }: Pdf): PdfPage[] {
  const first = pages.findIndex(({ lines }) => lines.some(({ text }) => text === '目录'))
  if (first < 0) return []
  const end = Math.min(...outline.map(({ page }) => page)) - 1
  return pages.slice(first, end)
}

/** The printed contents rows. */
export function contentsOf(pdf: Pdf): ContentsRow[] {
  const rows: ContentsRow[] = []
  let waiting: Line[] = []
  for (const page of contentsPages(pdf)) {
    for (const line of linesIn(page)) {
      if (line.glyphs[0]?.font !== 'BulletinSong') continue
      waiting.push(line)
      const number = line.glyphs.filter(({ x, text }) => x > numberField && /\d/.test(text))
      if (number.length === 0) continue
      const text = waiting
        .flatMap(({ glyphs }) => glyphs.filter((glyph) => !number.includes(glyph)))
        .map((glyph) => glyph.text)
        .join('')
      const link = page.links.find(({ top, bottom }) => top < line.y && line.y < bottom + 1)
      rows.push({
        title: text.replace(/…*$/, ''),
        number: Number(number.map((glyph) => glyph.text).join('')),
        leadsTo: link?.page,
        on: page.number,
        lines: waiting,
      })
      waiting = []
    }
  }
  return rows
}
