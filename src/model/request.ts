import type { Step } from './timing.js'

/** What to build, and where to write it. */
export interface Request {
  /** Path of the folder or of a single file. */
  target: string
  /** Path of the PDF. */
  output: string
  /** A built-in template name or a folder; overrides `bulletin.yaml`. */
  template?: string
  drafts: boolean
  /** Whether warnings also prevent the PDF. */
  strict: boolean
  /** Path of the HTML copy of the printed pages. */
  html?: string
  /** Seconds since 1970 to use as the PDF's date instead of the (SOURCE_DATE_EPOCH). */
  epoch?: number
  /** Called at the start of every step. */
  onStep?: (step: Step) => void
}
