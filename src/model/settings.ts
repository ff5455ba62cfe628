import type { Place } from './place.js'

/** A calendar day, or a month when `day` is missing. */
export interface Day {
  year: number
  month: number
  day?: number
}

/** One row of an ordered mapping: a role and its names, a label and its text. */
export interface Entry {
  label: string
  text: string
  place: Place
}

/** The five font roles of the page. */
export type FontRole = 'song' | 'fangsong' | 'hei' | 'kai' | 'title'

/** Where an article begins: on a new page, on a new right-hand page, or straight after the last. */
export type StartOn = 'page' | 'recto' | 'flow'

/** A file that a key of `bulletin.yaml` or a front-matter names; relative paths start at that file. */
export interface FileReference {
  /** As written. */
  path: string
  /** Absolute path that it means. */
  absolute: string
  /** Absolute folder that `path` counts from, where a better path may be proposed. */
  from?: string
  place: Place
}

/** A section as `sections:` lists it. */
export interface SectionSetting {
  name: string
  /** The editor's note over the whole section, Markdown. */
  note?: string
  place: Place
}

/** `bulletin.yaml` of the issue merged over its parent's. Keys that nobody gave are undefined. */
export interface Settings {
  /** A built-in name (`newsletter`), or a folder of the editor's own. */
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
  images?: { dpi?: number; quality?: number }
  page?: { chars?: number; lines?: number; duplex?: boolean; mirror?: boolean }
  /** A font file (anything with a path separator or a font's extension) or a family's name, by role. */
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
}

/** `check:` of `bulletin.yaml`. */
export interface CheckSettings {
  /** Severity by rule id. */
  rules?: Record<string, 'off' | 'warning' | 'error'>
  /** Misprints of the editor's own: what is wrong → what to write. */
  words?: Record<string, string>
}
