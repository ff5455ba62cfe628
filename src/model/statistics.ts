import type { FileReference } from './settings.js'

/** One article or brief that was printed, or a record from elsewhere. */
export interface Contribution {
  kind: 'article' | 'brief' | 'record'
  title: string
  /** Who sent it in; several for a joint article. */
  units: string[]
  authors: string[]
  section?: string
  /** As in `issue-54`; of a record, where it was used. */
  issue: string
  year?: number
  /** 1–12. */
  month?: number
  /** As Word counts 字数: a Han character or mark is one, so is a word of Latin letters or digits. */
  characters: number
  pictures: number
  /** Points that a record brings with it. */
  points?: number
  /** Its source. */
  file: string
}

/** How points are given, after the editor's rules file. */
export interface StatisticsRules {
  /** An article, a brief; a section's own points go before both. */
  points?: { article?: number; brief?: number; sections?: Record<string, number> }
  /** A joint article: all units get all points, they share them, or the first gets them. */
  joint?: 'each' | 'split' | 'first'
  /** Further points for every so many characters, whole steps only. */
  characters?: { every?: number; points?: number }
  /** Further points a picture. */
  picture?: number
  /** A unit gets no more than this in one month. */
  monthlyCap?: number
  /** The same title in several places: all count, or the best alone. */
  reuse?: 'sum' | 'highest'
  /** Extra records: 单位, 标题, 日期, 来源, 分 (CSV). */
  records?: FileReference
  /** Groups of units in the order in which they are listed; units without an article get a row of zeros. */
  groups?: { name: string; units: string[] }[]
  /** Another name → the name that is listed. */
  aliases?: Record<string, string>
}

/** What one unit, author, section, month or issue contributed. */
export interface Tally {
  name: string
  group?: string
  articles: number
  briefs: number
  records: number
  characters: number
  pictures: number
  /** Rounded to hundredths. */
  points: number
  /** Equal points share a rank, and the next is skipped (1, 2, 2, 4). */
  rank: number
}

/** Everything that `bulletin stats` reports. */
export interface Statistics {
  issues: number
  articles: number
  briefs: number
  records: number
  characters: number
  pictures: number
  units: Tally[]
  authors: Tally[]
  sections: Tally[]
  months: Tally[]
  byIssue: Tally[]
  /** Contributions that name neither unit nor author, as `file：title`. */
  unsigned: string[]
  /** Units that the groups do not list, when there are groups. */
  unlisted: string[]
}
