import type { Line } from './lines.js'
import type { PdfPage } from './read-pdf.js'

/**
 * The type area on A4 with cell and line of the newsletter's grid, mm (docs/design/newsletter.md,
 * The grid).
 */
export const typeArea = { left: 28, top: 37, right: 184, bottom: 262, cell: 156 / 28, line: 9 }

/** The lines inside the type area: the page's text without its page number. */
export const linesIn = ({ lines }: PdfPage): Line[] =>
  lines.filter(({ y }) => y < typeArea.bottom + 1)

/** The line of the page number, below the type area. */
export const pageNumberOf = ({ lines }: PdfPage): Line | undefined =>
  lines.find(({ y }) => y > typeArea.bottom + 1)

/** The text set in a font, without line ends and spaces. */
export const textIn = (page: PdfPage, font: string): string =>
  linesIn(page)
    .flatMap(({ glyphs }) => glyphs.filter((glyph) => glyph.font === font))
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '')

/** A text without whitespace, for comparisons. */
export const solid = (text: string): string => text.replace(/\s/g, '')
