import type { ExitCode } from './exit-codes.js'
import type { Point } from './place.js'

/**
 * Something that is not as it was in the manuscript. `removed`: left out on purpose; `changed`: other
 * characters stand for it; `added`: was not typed there; `doubtful`: kept, but to be looked at; `lost`:
 * could not be brought over.
 */
export interface ImportNote {
  kind: 'removed' | 'changed' | 'added' | 'doubtful' | 'lost'
  /** Stable name of what it is about: `contents`, `page-number`, `picture`. */
  about: string
  /** Characters of the manuscript that are not in the article. */
  text?: string
  /** Characters of the article that are not in the manuscript. */
  instead?: string
  /** One Chinese sentence, without a full stop. */
  reason: string
  /** In the manuscript: 第12段, 表2第3行第1格. */
  place: string
  /** In the article. */
  at: Point
}

/** A tracked change, and what has become of it. */
export interface ImportedChange {
  what: 'inserted' | 'deleted' | 'moved'
  /** Whether its text is in the article. */
  kept: boolean
  author: string
  /** `2021-06-15`; empty when not said. */
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
  /** The words that it is about. */
  on: string
  place: string
  at: Point
}

/** Letters, blanks not counted: `read` + `added` = `written` + `left`, unless some are missing. */
export interface LetterCount {
  read: number
  written: number
  left: number
  added: number
  /** What nobody can account for: empty, unless this program is at fault. */
  missing: string
  extra: string
}

/** A manuscript, and what has become of it. */
export interface ImportedFile {
  /** As it was named. */
  source: string
  /** Path of the article; missing when none was written. */
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
  /** Where the articles are. */
  folder: string
  files: ImportedFile[]
  /** Path of the `bulletin.yaml` that a masthead was written into. */
  settings?: string
  /** Nothing has been written. */
  dryRun: boolean
  exitCode: ExitCode
}
