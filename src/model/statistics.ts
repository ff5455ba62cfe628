import type { Diagnostic } from './diagnostic.js'
import type { Day, FileReference, Settings } from './settings.js'

/** One printed article or brief, or a record from a CSV file. */
export interface Contribution {
  kind: 'article' | 'brief' | 'record'
  title: string
  /** The title in a yearly index; undefined for a brief and for what the contents leave out. */
  entry?: string
  /** The contributing units; several for a joint article. */
  units: string[]
  authors: string[]
  section?: string
  /** The issue's name, as in `issue-54`; for a record, where it was used. */
  issue: string
  year?: number
  /** 1–12. */
  month?: number
  /**
   * Characters counted as Word's 字数: each Han character or mark is one, each word of Latin letters
   * or digits is one.
   */
  characters: number
  pictures: number
  /** Points given in a record. */
  points?: number
  /** Path of its source. */
  file: string
}

/**
 * What statistics and yearly indexes need of an issue. Small: those of many years are in memory
 * together.
 */
export interface IssueContributions {
  /** Name of the issue's folder, as in `issue-54`. */
  name: string
  /** The publication's title. */
  title: string
  publisher?: string
  issueLine?: string
  period?: string
  date?: Day
  /** The number within the year, and the total number. */
  number?: number
  total?: number
  /** The sections in the order of the settings. */
  sections: string[]
  /** The settings that an index in the dress of this issue is printed with. */
  dress: Pick<Settings, 'fonts' | 'numerals' | 'page' | 'template'>
  /** In reading order. */
  contributions: Contribution[]
  /** The errors of articles; an article that cannot be read is missing from `contributions`. */
  errors: Diagnostic[]
}

/** How points are awarded, as given in the editor's rules file. */
export interface StatisticsRules {
  /** Points of an article and of a brief. Points of a section override both. */
  points?: { article?: number; brief?: number; sections?: Record<string, number> }
  /**
   * A joint article: every unit gets all points, the units share them, or the first unit gets them.
   */
  joint?: 'each' | 'split' | 'first'
  /** Additional points for every `every` characters; incomplete steps do not count. */
  characters?: { every?: number; points?: number }
  /** Additional points per picture. */
  picture?: number
  /** The most points that a unit gets in one month. */
  monthlyCap?: number
  /** The same title in several places: every use counts, or only the highest. */
  reuse?: 'sum' | 'highest'
  /** Additional records: 单位, 标题, 日期, 来源, 分 (CSV). */
  records?: FileReference
  /** Groups of units in listing order. Units without an article get a row of zeros. */
  groups?: { name: string; units: string[] }[]
  /** Alternative name → the listed name. */
  aliases?: Record<string, string>
}

/** The contributions of one unit, author, section, month or issue. */
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
  /** Equal points share a rank, and the following ranks are skipped (1, 2, 2, 4). */
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
  /** Contributions without unit and author, as `file：title`. */
  unsigned: string[]
  /** Units that are in no group, when there are groups. */
  unlisted: string[]
}
