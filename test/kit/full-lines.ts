import type { Glyph } from './glyphs.js'
import type { Line } from './lines.js'
import { paragraphsIn } from './paragraphs.js'
import type { Pdf } from './read-pdf.js'
import { typeArea } from './type-area.js'

/** A line of running text that is not the last of its paragraph. */
export interface FullLine {
  page: number
  text: string
  /** How far it ends from the nearest measure that text is set to, mm; blank that was cut off is no part of it. */
  off: number
  /** What every gap of the line is spread by, in ems of its text. */
  spread: number
}

/** Sizes of running text and of footnotes, pt; titles are larger, colophons and captions between. 目录 is in 宋体. */
const isRunning = (size: number) => (size > 15 && size < 16.5) || (size > 11.5 && size < 12.5)
const faces = /^Bulletin(?:Fangsong|Kai|Hei|Code|LatinMarks)/

/** Right edges, mm: of the type area, within a note, of a quotation. */
const edges = [0, 6.05, 2 * typeArea.cell].map((inset) => typeArea.right - inset)

/** A mark of which the half that is blank may lie outside. */
const hasBlankBehind = /^[，。、；：！？”’）》〉】〕」』]$/u

/** The full lines of a PDF; the last line that a page has of a paragraph is not among them. */
export const fullLines = ({ pages }: Pdf): FullLine[] =>
  pages.flatMap((page) =>
    paragraphsIn(page).flatMap((lines) =>
      lines.slice(0, -1).flatMap((line) => {
        const read = fullLine(line)
        return read ? [{ page: page.number, ...read }] : []
      }),
    ),
  )

function fullLine(line: Line): Omit<FullLine, 'page'> | undefined {
  const glyphs = line.glyphs.filter(({ text }) => text.trim() !== '')
  const last = glyphs.at(-1)
  if (
    !last ||
    glyphs.length < 2 ||
    !glyphs.every(({ size, font }) => isRunning(size) && faces.test(font))
  )
    return undefined
  const right = last.x + last.width
  const blank = hasBlankBehind.test(last.text) ? last.width / 2 : 0
  const offs = edges.map((edge) =>
    right > edge ? Math.max(0, right - blank - edge) : right - edge,
  )
  return {
    text: line.text.trim(),
    off: offs.reduce((least, off) => (Math.abs(off) < Math.abs(least) ? off : least)),
    spread: spreadOf(line.glyphs),
  }
}

/** The usual distance between two neighbouring Han characters, beyond their widths. */
function spreadOf(glyphs: readonly Glyph[]): number {
  const gaps = glyphs.flatMap((glyph, index) => {
    const before = glyphs[index - 1]
    return before && isHan(before) && isHan(glyph)
      ? [(glyph.x - before.x - before.width) / (before.size * mmPerPt)]
      : []
  })
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0
}

const isHan = ({ text }: Glyph) => /^\p{sc=Han}$/u.test(text)
const mmPerPt = 25.4 / 72

/** The value that so many hundredths of the values do not exceed. */
export const percentile = (values: readonly number[], hundredths: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil((values.length * hundredths) / 100) - 1] ?? 0
