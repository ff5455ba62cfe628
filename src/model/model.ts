import type { Root as Hast } from 'hast'
import type { Root as Mdast } from 'mdast'
import type { Diagnostic } from './diagnostic.js'

/** A place in a text file. Line and column start at 1; columns count UTF-16 units, as editors do. */
export interface Point {
  line: number
  column: number
}

/** A place together with its file, spelt as the person typed it (`issue-54/02-校园.md`). */
export interface Place {
  file: string
  at: Point
}

/** A text file as read: decoded, without its BOM, line ends as they are. */
export interface SourceFile {
  /** As messages spell it: relative to where the person stands, with `/`. */
  path: string
  /** Absolute, for resolving what the file refers to. */
  absolute: string
  text: string
  /** Read as GB18030: a text that changes cannot be written back as it came. */
  legacy?: true
}

/** What `read` finds of an issue, before anything is parsed. */
export interface IssueSources {
  /** The folder's name, or the single file's without `.md`. */
  name: string
  /** Absolute; for a single file the folder it is in. */
  folder: string
  /** Sorted by path, numbers as numbers. */
  articles: SourceFile[]
  /** The issue's own `bulletin.yaml`. */
  settings?: SourceFile
  /** `bulletin.yaml` of the parent folder; for a single file, of the folder it is in. */
  parent?: SourceFile
  /** One article given by its file: its front-matter may hold settings as well. */
  single: boolean
  /** Absolute folders that pictures and fonts may be read from. */
  roots: string[]
  /** The other issues of the publication's folder. */
  neighbours?: NeighbourSource[]
  diagnostics: Diagnostic[]
}

/** Another issue of the publication, as far as it is looked at. */
export interface NeighbourSource {
  /** The folder's name. */
  name: string
  settings: SourceFile
}

/** What a stage makes, together with everything it has to say about the sources. */
export interface Staged<T> {
  /** Undefined when the source is too broken to go on with. */
  value?: T
  diagnostics: Diagnostic[]
}

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

/** The front-matter of an article. Keys that nobody gave are undefined. */
export interface Fields {
  title?: string | false
  subtitle?: string
  byline?: string
  section?: string
  /** Empty when none; a string in the source is one entry. */
  unit?: string[]
  author?: string[]
  date?: Day
  order?: number
  note?: string
  tocTitle?: string | false
  attachment?: boolean | string
  draft?: boolean
}

/** What an article wishes for a picture, and what it has to share its place with. */
export interface PictureWishes {
  /** Wished width as a share of the type area, 0–1, when the article gives one. */
  width?: number
  /** Wished width and height in mm, when the article gives a length. */
  widthMm?: number
  heightMm?: number
  /** How many pictures stand side by side in its row. */
  abreast: number
  /** In a table: its cell's share of the type area, 0–1, reckoned from the columns alone. */
  cell?: number
  /** Whether it goes on over the next pages where one is too short for it. */
  split?: true
}

/**
 * A picture that an article refers to by path. Its element carries it as well; with the path, the
 * wishes decide how large it prints.
 */
export interface PictureReference extends PictureWishes {
  /** The path as written, percent-decoded. */
  src: string
  at: Point
}

declare module 'hast' {
  interface ElementData {
    picture?: PictureReference
  }
}

/** One Markdown file of an issue. */
export interface Article {
  path: string
  absolute: string
  text: string
  fields: Fields
  /** Where each front-matter key stands; a title from the body's `# ` points there. */
  where: Partial<Record<keyof Fields, Point>>
  /** The body with true line numbers; the title heading is taken out. For the checks. */
  body: Mdast
  /** The body as it goes on the page: sanitised, every construct resolved. For render. */
  content: Hast
  /** `fields.note` as it goes on the page. */
  note?: Hast
  pictures: PictureReference[]
}

/** One item of a briefs section. */
export interface Brief {
  article: Article
  content: Hast
  /** In full-width brackets; undefined when there is nobody to name. */
  signature?: string
}

/** A 栏目 in reading order. Either articles or briefs, never both. */
export interface Section {
  /** Undefined for articles without a section (allowed outside newsletters). */
  name?: string
  note?: Hast
  articles: Article[]
  briefs: Brief[]
}

/** What an issue is: the built-in template it is set by, or that a folder of the editor's own extends. */
export type Kind = 'newsletter' | 'briefing' | 'document'

/** An issue in reading order, with every default filled in. What render sets. */
export interface Issue {
  kind: Kind
  template: string | FileReference
  settings: Settings
  title: string
  issueLine?: string
  period?: string
  date?: Day
  publisher?: string
  note?: Hast
  sections: Section[]
  distribution: { label: string; content: Hast }[]
}
