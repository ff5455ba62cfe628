import type { Day } from './settings.js'

/** An issue that a yearly index (总目录) covers. */
export interface IndexedIssue {
  /** Name of its folder. */
  name: string
  /** What the places of the index call it: `3`. */
  label: string
  /** How it is headed: 第3期（总第33期）　2021年6月. */
  heading: string
  date?: Day
  number?: number
  total?: number
}

/** One row: an article, or the briefs of an issue together. */
export interface IndexRow {
  kind: 'article' | 'briefs'
  title: string
  section?: string
  units: string[]
  authors: string[]
  issue: IndexedIssue
  /** The printed page; undefined if the title is not printed. */
  page?: number
  /** For briefs, how many there are. */
  count?: number
  /** Path of the source; for briefs, of the first. */
  file: string
}

/** A heading of the index with its rows in printed order. */
export interface IndexGroup {
  /** The section or the issue; undefined for articles without a section. */
  heading?: string
  parts: { section?: string; rows: IndexRow[] }[]
}

/** An author or a unit, and where it is printed. */
export interface IndexedName {
  name: string
  /** A–Z by pinyin; # for what has none. */
  letter: string
  /** `3·12`, in the order of the issues. */
  places: string[]
  /** For each place, the `file` of its row; an article that the contents leave out has none. */
  files: string[]
}

/** The contents of several issues together, with the indexes of authors and units. */
export interface YearlyIndex {
  /** The publication's title. */
  title: string
  publisher?: string
  /** 2021年总目录. */
  heading: string
  /** 第1期至第6期, or undefined without numbers. */
  range?: string
  by: IndexOrder
  issues: IndexedIssue[]
  groups: IndexGroup[]
  authors: IndexedName[]
  units: IndexedName[]
}

/** What the rows are grouped by. */
export type IndexOrder = 'section' | 'issue'
