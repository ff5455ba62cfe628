import type { PageView } from '../../typeset/view-model.js'
import { twips } from './units.js'

/** The page of a Word file: its sheet, its grid and the letters that fill a cell of it. */
export interface WordPage {
  /** Cells a line, lines a page. */
  chars: number
  lines: number
  /** Width of a cell and height of a line, in twips. */
  cell: number
  line: number
  /** Size of the letters of the body, pt: a multiple of ½, which is the unit of Word. */
  size: number
  /** What the grid adds to the width of a letter, in 4096ths of a point. */
  charSpace: number
  /** What is added to the width of a letter of the body so that a line holds `chars`, pt. */
  spacing: number
  top: number
  duplex: boolean
  mirror: boolean
}

/** A4 and its margins, mm (GB/T 9704—2012, 5.2.1). */
export const sheet = { width: 210, height: 297, left: 28, right: 26, bottom: 35 }
/** Type area, mm. */
export const area = { width: 156, height: 225 }

/**
 * The grid of the page. The height of a line is rounded down, so that all lines fit. Word's sizes
 * are half points, so the letters are spread or squeezed until 156 mm hold them. The grid says so
 * too, but the letters do not rely on it: LibreOffice gives two cells to a letter that is wider
 * than one.
 */
export function wordPage({ chars, lines, top, duplex, mirror }: PageView): WordPage {
  const cell = (area.width * 72) / 25.4 / chars
  const size = Math.round(cell * 2) / 2
  return {
    chars,
    lines,
    cell: Math.round(cell * 20),
    line: Math.floor((area.height * 1440) / 25.4 / lines),
    size,
    charSpace: Math.round((cell - size) * 4096),
    spacing: Math.floor((cell - size) * 20) / 20,
    top: twips(top),
    duplex,
    mirror,
  }
}
