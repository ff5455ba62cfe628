import type { Diagnostic } from './diagnostic.js'
import type { ExitCode } from './exit-codes.js'
import type { PlacingOption } from './request.js'

/**
 * How colours become inks.
 *
 * - `full`: as drawn, but what has no hue is black ink only.
 * - `gray`: black ink only.
 * - `red`: black ink, and one red ink (a spot colour) for what is red.
 */
export type ColourMode = 'full' | 'gray' | 'red'

/** How the pages are put on sheets that are folded and stitched. */
export interface BookletOptions {
  /** The sheet: A3 for pages of A4, A4 for pages reduced to A5. */
  sheet: 'a3' | 'a4'
  /** Thickness of the paper in mm; 0 leaves creep out. */
  thickness: number
  /** Pages in a signature, a multiple of four; undefined for one signature of all pages. */
  signature?: number
}

/** What a print file is to be like. */
export interface PrintOptions {
  colour: ColourMode
  /** Bleed in mm, with crop marks; 0 for neither. */
  bleed: number
  booklet?: BookletOptions
  /** PDF/A instead of a file for the press. */
  archive: boolean
}

/** What to make a print file of, and where to write it. */
export interface PrintRequest extends PrintOptions {
  /** Path of the issue's folder or of a single file. */
  target: string
  /** Path of the print file. */
  output: string
  /** The option that says where it goes, or would; for advice. */
  placedBy: PlacingOption
  template?: string
  /** Seconds since 1970 (SOURCE_DATE_EPOCH). */
  epoch?: number
}

/** One page of a sheet's side: its number, from 1, or blank. */
export type SheetPage = number | undefined

/** One sheet of paper, printed on both sides and folded once. */
export interface Sheet {
  /** Number of its signature, from 1. */
  signature: number
  /** Number within the signature, from 1, the outermost. */
  number: number
  front: readonly [left: SheetPage, right: SheetPage]
  back: readonly [left: SheetPage, right: SheetPage]
  /** How far its pages are moved towards the fold, mm. */
  creep: number
}

/** A font of a PDF. */
export interface FontFact {
  /** Without the tag of a subset. */
  name: string
  /** `TrueType`, `CFF`, `Type 3`. */
  type: string
  embedded: boolean
  /** Whether only the glyphs in use are embedded. */
  subset: boolean
}

/** What a print shop asks about a PDF. */
export interface PdfFacts {
  /** Pages of the file; of a booklet, sides of sheets. */
  pages: number
  /** Trimmed size of the first page, mm. */
  width: number
  height: number
  /** Bleed, mm; 0 without. */
  bleed: number
  fonts: FontFact[]
  /** The picture with the fewest pixels per inch of paper; undefined without pictures. */
  lowestResolution?: { dpi: number; page: number }
  /** The inks of every page, in order: `black`, `rgb`, `cmyk`, or the name of a spot colour. */
  inks: string[][]
}

/** The report of `bulletin print`: what `--json` prints, one object per line. */
export interface PrintReport {
  /** The folder or file as given by the caller. */
  issue: string
  title?: string
  /** Path of the print file; undefined when none was written. */
  file?: string
  /** Pages of the issue. */
  pages?: number
  colour: ColourMode
  facts?: PdfFacts
  /** Pages whose pictures or areas reach the trim and are continued into the bleed. */
  bled?: number[]
  booklet?: { sheet: BookletOptions['sheet']; sheets: Sheet[]; blanks: number; thickness: number }
  /** Level of PDF/A that the file meets. */
  archive?: '2a' | '2u' | '2b'
  diagnostics: Diagnostic[]
  fault?: { message: string; hint: string }
  exitCode: ExitCode
}
