import type { OutputFile } from './format.js'
import type { Step } from './timing.js'

/** The place of an issue's page in a site: addresses relative to the page. */
export interface SitePlace {
  /** The list of all issues. */
  index: string
  /** The PDF, when it is built too. */
  pdf?: string
}

/** An option that says where the files of an issue go. */
export type PlacingOption = '-o' | '--out-dir' | '--site'

/** What to build, and where to write it. */
export interface Request {
  /** Path of the folder or of a single file. */
  target: string
  /** The files to write: one for each format. */
  files: readonly OutputFile[]
  /** The option that says where they go, or would; for advice. */
  placedBy?: PlacingOption
  /** A built-in template name or a folder; overrides `bulletin.yaml`. */
  template?: string
  drafts: boolean
  /** Whether warnings also prevent that the files are written. */
  strict: boolean
  /** Path of a copy of the laid-out pages as HTML, to inspect them. */
  html?: string
  /**
   * Paths of the edition that a preview shows: every page's look and every block's source, as JSON,
   * and the PDF as the browser printed it, without the properties and bookmarks of the finished one.
   */
  edition?: { data: string; pages: string }
  /** Where the issue lies in a site; undefined for files on their own. */
  site?: SitePlace
  /** Seconds since 1970 to use as the files' date instead of the issue's (SOURCE_DATE_EPOCH). */
  epoch?: number
  /** Called at the start of every step. */
  onStep?: (step: Step) => void
}
