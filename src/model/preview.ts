import type { Diagnostic } from './diagnostic.js'

/** A rectangle on a page of the PDF, mm from the top left corner of the sheet. */
export interface PageBox {
  /** Counted from 1. */
  page: number
  left: number
  top: number
  width: number
  height: number
}

/** A printed block and the lines of the source that it was made from. */
export interface PrintedBlock {
  /** Path as the user typed it. */
  file: string
  line: number
  /** The last line. */
  end: number
  /** The printed text, white space collapsed. */
  text: string
  /** One box for each page that the block is on. */
  boxes: PageBox[]
}

/**
 * What is printed from a line of a source without being a block of its text: a row of the contents,
 * a line of the cover.
 */
export type PrintedEntry = Pick<PrintedBlock, 'file' | 'line' | 'boxes'>

/** A page of an edition. Pages with the same digest look the same. */
export interface EditionPage {
  digest: string
  /** Size in mm. */
  width: number
  height: number
}

/** The grid of characters and lines on every page, mm. */
export interface PageGrid {
  chars: number
  lines: number
  /** Height of a line. */
  line: number
  top: number
  /** Left edge of the type area on odd pages, and on even ones. */
  left: number
  leftOfEven: number
  /** Width of the type area. */
  measure: number
}

/** One successful build of a previewed issue, without its PDF. */
export interface Edition {
  pages: EditionPage[]
  blocks: PrintedBlock[]
  entries: PrintedEntry[]
  grid: PageGrid
  /** Whether the pages are printed on both sides, so that they face each other. */
  duplex: boolean
}

/**
 * What there is of an edition before all its pages are printed: those in the windows that look at
 * them.
 */
export interface EditionAhead extends Omit<Edition, 'pages'> {
  /** The number of the edition. */
  number: number
  /** How many pages it has. */
  total: number
  /** The pages that are there, with their numbers, ascending. */
  pages: (EditionPage & { page: number })[]
  /** A PDF of these pages in base64. */
  pdf: string
}

/** What a preview shows, sent to the browser whenever it changes. */
export interface PreviewState {
  /** The secret that a request to open the editor has to carry. */
  key: string
  /** Number of the newest edition; undefined before the first successful build. */
  edition?: number
  /** Pages of the newest edition that look unlike all pages of the one before. */
  changedPages?: number[]
  /** Whether a build is under way. */
  building: boolean
  /** Whether the last build gave no pages, so that the pages shown are older than the files. */
  failed: boolean
  title: string
  diagnostics: Diagnostic[]
  /** What ended the last build, when it could not be attempted. */
  fault?: { message: string; hint: string }
  /** Names of the files changed since the build before. */
  changed: string[]
  /** Milliseconds from the change to the finished PDF. */
  took?: number
  /** Whether the program can open an editor for this browser. */
  canOpen: boolean
}
