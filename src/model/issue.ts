import type { Root as Hast } from 'hast'
import type { Article } from './article.js'
import type { Day, FileReference, Settings } from './settings.js'

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
