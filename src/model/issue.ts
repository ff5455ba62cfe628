import type { Root as Hast } from 'hast'
import type { Article } from './article.js'
import type { Day, FileReference, Settings } from './settings.js'
import type { YearlyIndex } from './yearly-index.js'

/** One item of a briefs section. */
export interface Brief {
  article: Article
  content: Hast
  /**
   * The printed signature with its full-width brackets; undefined when neither unit nor author is
   * given.
   */
  signature?: string
}

/** One section (栏目) in reading order. It contains either articles or briefs, never both. */
export interface Section {
  /** Undefined for articles without a section (allowed outside newsletters). */
  name?: string
  note?: Hast
  articles: Article[]
  briefs: Brief[]
}

/** The built-in template of an issue, or the one that the editor's own template extends. */
export type Kind = 'newsletter' | 'briefing' | 'document'

/** An issue in reading order, with every default filled in. Input of the render stage. */
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
  /** The contents of a yearly index, which has no sections. */
  yearlyIndex?: YearlyIndex
}
