import type { Diagnostic } from './diagnostic.js'

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
