import type { Diagnostic } from './diagnostic.js'
import type { ExitCode } from './exit-codes.js'
import type { FontRole } from './settings.js'
import type { Span } from './timing.js'

/** What `--json` prints of an issue, one object a line, and what `build()` returns. */
export interface IssueReport {
  /** The folder or file as it was named. */
  issue: string
  title?: string
  issueLine?: string
  /** Path of the PDF; missing when none was written. */
  pdf?: string
  /** Path of `--html`. */
  html?: string
  pages?: number
  /** How often it was printed until every page number was true. */
  prints?: number
  /** Nothing has changed since an earlier build, of which this is the report. */
  cached?: true
  articles: ArticleReport[]
  diagnostics: Diagnostic[]
  /** Trouble outside the sources, when it ended the build. */
  fault?: { message: string; hint: string }
  /** It was not begun, as another issue failed and `--fail-fast` was given. */
  skipped?: true
  fonts: FontReport[]
  /** One line that says which roles got a stand-in; missing when none did. */
  standIns?: string
  browser?: string
  /** Milliseconds by step. */
  timings: Record<string, number>
  /** When each step began and how long it took; some go on at the same time. */
  steps: Span[]
  exitCode: ExitCode
}

export interface ArticleReport {
  file: string
  section?: string
  title: string
  /** Page that its title stands on; missing when the issue was not printed. */
  page?: number
  signature?: string
}

/** Where a chosen face was found. */
export type FontOrigin = 'configured' | 'installed' | 'bundled'

/** Which font a role got. */
export interface FontReport {
  role: FontRole
  family: string
  origin: FontOrigin
  /** Whether it merely takes the place of the typeface that the role is named for. */
  standIn: boolean
}
