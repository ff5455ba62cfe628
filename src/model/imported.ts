import type { ExitCode } from './exit-codes.js'
import type { Point } from './place.js'

/**
 * A difference between a manuscript and its article. `removed`: omitted on purpose; `changed`:
 * replaced by other characters; `added`: not in the manuscript; `doubtful`: kept, but needs review;
 * `lost`: could not be converted.
 */
export interface ImportNote {
  kind: 'removed' | 'changed' | 'added' | 'doubtful' | 'lost'
  /** Stable name of the subject: `contents`, `page-number`, `picture`. */
  about: string
  /** Characters of the manuscript that are not in the article. */
  text?: string
  /** Characters of the article that are not in the manuscript. */
  instead?: string
  /** One Chinese sentence, without a full stop. */
  reason: string
  /** Place in the manuscript: 第12段, 表2第3行第1格. */
  place: string
  /** Place in the article. */
  at: Point
}

/** A tracked change and its result. */
export interface ImportedChange {
  what: 'inserted' | 'deleted' | 'moved'
  /** Whether its text is in the article. */
  kept: boolean
  author: string
  /** `2021-06-15`; empty when unknown. */
  date: string
  text: string
  place: string
  at: Point
}

export interface ImportedComment {
  id: string
  author: string
  date: string
  text: string
  /** The text that it refers to. */
  on: string
  place: string
  at: Point
}

/**
 * Numbers of characters without blanks: `read` + `added` = `written` + `left`, unless some are
 * missing.
 */
export interface LetterCount {
  read: number
  written: number
  left: number
  added: number
  /** Unexplained differences; not empty only in case of a bug in this program. */
  missing: string
  extra: string
}

/** The result of importing one manuscript. */
export interface ImportedFile {
  /** Path as given by the user. */
  source: string
  /** Path of the article; undefined when none was written. */
  article?: string
  title?: string
  section?: string
  /** Paths of the pictures. */
  pictures: string[]
  letters?: LetterCount
  notes: ImportNote[]
  changes: ImportedChange[]
  comments: ImportedComment[]
  /** Why there is no article. */
  trouble?: { reason: string; hint: string }
}

export interface ImportReport {
  /** Folder of the articles. */
  folder: string
  files: ImportedFile[]
  /** Path of the `bulletin.yaml` that a masthead was written to. */
  settings?: string
  /** True when nothing was written. */
  dryRun: boolean
  exitCode: ExitCode
}
