import type { Shape } from './document-shapes.js'
import { shapesOf } from './document-shapes.js'
import type { Line } from './lines.js'
import { pressFixture } from './press.js'
import type { PdfPage } from './read-pdf.js'

/** The sheet of GB/T 9704—2012 (5.2.1 and 5.2.3), mm. A line is 1/22 of the type area. */
export const sheet = { left: 28, top: 37, right: 184, bottom: 262, cell: 156 / 28, line: 225 / 22 }

/** Allowed deviation, mm. */
export const tolerance = 0.5

/** Prints a fixture; returns its PDF, report and the shapes on its pages. */
export async function printed(fixture: string) {
  const { pdf, report, bytes } = await pressFixture(fixture)
  return { pages: pdf.pages, pdf, report, shapes: await shapesOf(bytes) }
}

/** The first line that contains a text. */
export function lineWith(pages: readonly PdfPage[], text: string): Line & { page: number } {
  for (const page of pages) {
    const line = page.lines.find((one) => one.text.includes(text))
    if (line) return { ...line, page: page.number }
  }
  throw new Error(`no line with ${text}`)
}

/** Size of the first letter, mm. */
export const sizeOf = ({ glyphs }: Line): number => ((glyphs[0]?.size ?? 0) * 25.4) / 72

/** Top and bottom edge of the em box, mm. All faces have an ascent of 88 %. */
export const topOf = (line: Line): number => line.y - 0.88 * sizeOf(line)
export const footOf = (line: Line): number => line.y + 0.12 * sizeOf(line)
export const middleOf = (line: Line): number => (topOf(line) + footOf(line)) / 2
export const centreOf = (line: Line): number => (line.x + line.right) / 2

/** Start, end and font of a text within a line. */
export function part(line: Line, text: string): { x: number; right: number; font: string } {
  const start = line.text.indexOf(text)
  let at = 0
  const own = line.glyphs.filter((glyph) => {
    const inside = at >= start && at < start + text.length
    at += glyph.text.length
    return inside
  })
  const [first, last] = [own[0], own.at(-1)]
  if (start < 0 || !first || !last) throw new Error(`no ${text} in ${line.text}`)
  return { x: first.x, right: last.x + last.width, font: first.font }
}

/** Rules as wide as the type area, from top to bottom. */
export const rulesOf = (shapes: readonly Shape[] = []): Shape[] =>
  shapes
    .filter(({ kind, width, height }) => kind === 'fill' && width > 150 && height < 3)
    .toSorted((a, b) => a.top - b.top)

/** Absolute difference between a measured and an expected length, mm. */
export const off = (measured: number, wanted: number): number => Math.abs(measured - wanted)
