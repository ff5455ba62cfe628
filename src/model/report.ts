import type { Diagnostic } from './diagnostic.js'
import type { ExitCode } from './exit-codes.js'
import type { OutputFile } from './format.js'
import type { Coding } from './picture.js'
import type { FontRole } from './settings.js'
import type { Span } from './timing.js'

/**
 * The report of one issue: what `--json` prints, one object per line, and what `build()` returns.
 */
export interface IssueReport {
  /** The folder or file as given by the caller. */
  issue: string
  title?: string
  issueLine?: string
  period?: string
  /** 2021-06-28, or 2021-06 when the issue names no day. */
  date?: string
  publisher?: string
  /** The files written, by format; undefined when the issue was not built. */
  files?: readonly OutputFile[]
  /** Path of the PDF; undefined when none was written. */
  pdf?: string
  /** Path of the `--html` file, the copy of the laid-out pages. */
  html?: string
  pages?: number
  /** How many times the issue was printed until every page number was correct. */
  prints?: number
  /** With `page.fit`: the paragraphs that have a line fewer or more for the sake of the pages. */
  asked?: AskedParagraph[]
  /** Bitmaps that were without loss, and how each stands on the page; undefined without any. */
  pictures?: CodedPicture[]
  /** True when nothing has changed since an earlier build, whose report this is. */
  cached?: true
  articles: ArticleReport[]
  diagnostics: Diagnostic[]
  /** The fault that ended the build, if any. */
  fault?: { message: string; hint: string }
  /**
   * True when the build was not started because another issue failed and `--fail-fast` was given.
   */
  skipped?: true
  fonts: FontReport[]
  /**
   * One Chinese line that lists the font roles set in a substitute face; undefined when there are
   * none.
   */
  standIns?: string
  browser?: string
  /** Milliseconds by step. */
  timings: Record<string, number>
  /** Start and duration of each step, in ms; steps may overlap. */
  steps: Span[]
  exitCode: ExitCode
}

/** A paragraph that has a line fewer or more than by itself, and why. */
export interface AskedParagraph {
  file: string
  /** The line of the file at which it begins. */
  line: number
  lines: -1 | 1
  /**
   * What would have been wrong with `page`: lines blank at its foot, its last line not level with the
   * page on the left, a paragraph's first or last line alone, one or two lines on an article's last page.
   */
  why: 'hole' | 'uneven' | 'lone-first' | 'lone-last' | 'short-end'
  /** The page, as it would have been numbered. */
  page: number
}

/** A bitmap that was without loss, at one printed size, and how it is coded. */
export interface CodedPicture {
  file: string
  /** The first line of the file that shows it. */
  line: number
  /** Its path as written there. */
  src: string
  coding: Coding
}

/** One article or brief in a report. */
export interface ArticleReport {
  file: string
  /** Id of its title, or of the title of its briefs, in the web page. */
  id?: string
  section?: string
  title: string
  /** Page on which the title is printed; undefined when the issue was not printed. */
  page?: number
  signature?: string
}

/** The source of a chosen font face. */
export type FontOrigin = 'configured' | 'installed' | 'bundled'

/** The font chosen for a role. */
export interface FontReport {
  role: FontRole
  family: string
  origin: FontOrigin
  /** Whether the family is a substitute for the typeface that the role is named after. */
  standIn: boolean
}
