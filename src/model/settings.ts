import type { Place } from './place.js'

/** A calendar day, or a month when `day` is missing. */
export interface Day {
  year: number
  month: number
  day?: number
}

/** One row of an ordered mapping: a role with its names, or a label with its text. */
export interface Entry {
  label: string
  text: string
  place: Place
}

/** The five font roles of the page. */
export type FontRole = 'song' | 'fangsong' | 'hei' | 'kai' | 'title'

/**
 * Where an article starts: on a new page, on a new recto, or directly after the previous article.
 */
export type StartOn = 'page' | 'recto' | 'flow'

/**
 * A file named by a key of `bulletin.yaml` or of a front-matter. Relative paths are relative to the
 * file that names it.
 */
export interface FileReference {
  /** The path as written. */
  path: string
  /** The absolute path that it resolves to. */
  absolute: string
  /** The absolute folder that `path` is relative to; used to suggest a better path. */
  from?: string
  place: Place
}

/** One section as `sections:` lists it. */
export interface SectionSetting {
  name: string
  /** The editor's note of the whole section, Markdown. */
  note?: string
  place: Place
}

/**
 * `bulletin.yaml` of the issue merged over its publication's. Keys that are not given are
 * undefined.
 */
export interface Settings {
  /** A built-in name (`newsletter`), or the editor's own template folder. */
  template?: string | FileReference
  title?: string
  number?: number
  total?: number | 'none'
  issueLine?: string
  numerals?: 'arabic' | 'chinese'
  date?: Day
  period?: string
  publisher?: string
  sections?: SectionSetting[]
  briefs?: string[]
  note?: string
  feature?: string
  staff?: Entry[]
  distribution?: Entry[]
  contact?: Entry[]
  cover?: FileReference | false
  images?: { dpi?: number; quality?: number; lossless?: boolean }
  page?: PageSettings
  /** By role: a font file (a value with a path separator or a font extension) or a family name. */
  fonts?: 'bundled' | Partial<Record<FontRole, FileReference | string>>
  startOn?: StartOn
  numbering?: 'manual' | 'auto'
  toc?: 'pages' | 'list' | 'none'
  copies?: number
  form?: 'letter' | 'minutes' | 'order'
  docNumber?: string
  copyNumber?: string
  secrecy?: string
  urgency?: string
  signer?: string[]
  recipients?: string
  signedBy?: string[]
  seal?: FileReference[]
  annotation?: string
  cc?: string
  printedBy?: string
  printedOn?: Day
  proofreader?: string
  /** Word lists and severities of `bulletin check`. */
  check?: CheckSettings
  /** What the paragraph styles of the publication's Word files mean, by name in lower case. */
  wordStyles?: Record<string, WordStyle>
}

/** What a paragraph style of Word means: a key, a heading of a level, or how its text is set. */
export type WordStyle =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'note'
  | 'quote'
  | 'kai'
  | 'caption'
  | 'drop'

/** `page:` of `bulletin.yaml`. */
export interface PageSettings {
  chars?: number
  lines?: number
  duplex?: boolean
  mirror?: boolean
  punctuation?: Punctuation
  /** Whether paragraphs may get a line fewer or more for the sake of the pages. */
  fit?: boolean
}

/**
 * `squeeze`: marks give up their blank where a line needs it (CLREQ, 行内调整). `full`: a mark keeps
 * its cell, only the blank between two adjacent marks goes (全身式). `open`: 。！？ keep their cells,
 * every other mark has half of one (开明式).
 */
export type Punctuation = 'squeeze' | 'full' | 'open'

/** `check:` of `bulletin.yaml`. */
export interface CheckSettings {
  /** Severity by rule id. */
  rules?: Record<string, 'off' | 'warning' | 'error'>
  /** Misspellings that the editor adds: wrong form → right form. */
  words?: Record<string, string>
}
