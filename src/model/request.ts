import type { Step } from './timing.js'

/** What to build and where to. */
export interface Request {
  /** The folder or single file. */
  target: string
  /** Where the PDF goes. */
  output: string
  /** Instead of what `bulletin.yaml` says: a built-in name or a folder. */
  template?: string
  drafts: boolean
  /** Warnings forbid the PDF too. */
  strict: boolean
  /** Where what was printed goes, as HTML. */
  html?: string
  /** Seconds since 1970 that stand for the date in the PDF (SOURCE_DATE_EPOCH). */
  epoch?: number
  /** Told of every step as it begins. */
  onStep?: (step: Step) => void
}
