import type { Diagnostic } from './diagnostic.js'

/** A text file as read: decoded, without its BOM, line ends unchanged. */
export interface SourceFile {
  /** Path for messages: relative to the working directory, with `/`. */
  path: string
  /** Absolute path, for resolving references in the file. */
  absolute: string
  text: string
  /**
   * True when the file was read as GB18030. Such a file is not rewritten, because its encoding
   * would change.
   */
  legacy?: true
}

/** The result of the read stage for one issue, before parsing. */
export interface IssueSources {
  /** The folder's name, or the single file's name without `.md`. */
  name: string
  /** Absolute path; for a single file, the folder that contains it. */
  folder: string
  /** Sorted by path; digits compare as numbers. */
  articles: SourceFile[]
  /** The issue's own `bulletin.yaml`. */
  settings?: SourceFile
  /** `bulletin.yaml` of the parent folder; for a single file, of the folder that contains it. */
  parent?: SourceFile
  /** True for a single article file, whose front-matter may also contain settings. */
  single: boolean
  /** Absolute folders that pictures and fonts may be read from. */
  roots: string[]
  /** The other issues in the publication's folder. */
  neighbours?: NeighbourSource[]
  diagnostics: Diagnostic[]
}

/** Another issue of the publication: only its settings are read. */
export interface NeighbourSource {
  /** The folder's name. */
  name: string
  settings: SourceFile
}
