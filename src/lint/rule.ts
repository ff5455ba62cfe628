import type { Article } from '../model/article.js'
import type { Edit } from '../model/diagnostic.js'
import type { Point } from '../model/place.js'
import type { Day, Settings } from '../model/settings.js'
import type { HasGlyph } from '../text/drawn.js'
import type { RuleInput } from './rule-input.js'

/**
 * The certainty of a rule (docs/design/layout-rules.md, 4.9, classes A, B and C). `fixable`:
 * `--fix` can correct its findings. `report`: reliable enough to be on by default. `suggestion`:
 * off unless enabled.
 */
export type RuleClass = 'fixable' | 'report' | 'suggestion'

/** A finding of a rule in one article. `check` adds file, rule and severity. */
export interface Finding {
  at: Point
  /** End of the range, after the last character, for output formats that mark ranges. */
  end?: Point
  /** The problem: one Chinese sentence that quotes the text in “ ”. */
  message: string
  /** What to type instead. */
  hint: string
  /** The source change that corrects the problem and nothing else. */
  fix?: Edit
}

/** A finding of a rule that checks the whole issue. */
export interface IssueFinding extends Finding {
  file: string
}

/** Number, total number and date of another issue of the publication. */
export interface Neighbour {
  /** The name of the folder. */
  name: string
  number?: number
  total?: number
  date?: Day
}

/** A picture with its printed size. */
export interface PrintedSize {
  file: string
  at: Point
  /** The path as written in the article. */
  src: string
  /** Width of the image file, px. */
  pixels: number
  /** Printed width, mm. */
  width: number
}

/** What a rule can read besides the article. */
export interface ArticleContext {
  settings: Settings & { where?: Partial<Record<keyof Settings, { file: string; at: Point }>> }
}

/** An article as an issue rule sees it: its front-matter, and the data that the rule collected. */
export interface Compared<Collected> extends Pick<Article, 'path' | 'fields' | 'where'> {
  collected: Collected
}

/** What an issue rule can read. */
export interface RuleContext<Collected = unknown> extends ArticleContext {
  articles: readonly Compared<Collected>[]
  /** The other issues in the publication's folder, in any order. */
  neighbours: readonly Neighbour[]
  /** The pictures that could be read. */
  pictures: readonly PrintedSize[]
  /** The name of the folder, or of the single file. */
  name: string
  /** True if a single article file was given, without the rest of its issue. */
  single: boolean
}

/**
 * Each example is the source of an article. `§§` separates several articles. A part that begins
 * with `yaml` is `bulletin.yaml`; with `neighbour NAME`, the settings of another issue; with
 * `picture PATH`, the width of a picture in px and its printed width in mm.
 */
export interface Examples {
  passes: readonly string[]
  /** `at` is line:column of a finding; `fixed` is the text after `--fix` (fixable rules). */
  fails: readonly { text: string; at: string; fixed?: string }[]
}

interface Described {
  /** Kebab-case, stable; also the name of the rule's file. */
  id: string
  /**
   * Row of the table in docs/design/layout-rules.md, 4.9. Absent for rules that are not in that
   * table.
   */
  row?: string
  class: RuleClass
  severity: 'warning' | 'error' | 'off'
  /** One line for the table of rules. */
  about: string
  /** Why an editor should change this; printed by `--explain`. */
  reason: string
  /** The clause or source of the rule. */
  clause: string
  examples: Examples
  /** Also checks entries of lists of references, whose punctuation is not that of Chinese text. */
  inReferences?: true
  /** Its findings concern only the first and the last character of the range: a pair of marks. */
  pair?: true
  /**
   * The rule is run only on blocks that contain one of these characters. Omit it for a rule that
   * needs all blocks.
   */
  triggers?: string
}

/** A rule that checks one article at a time. */
export interface ArticleRule extends Described {
  check: (article: RuleInput, context: ArticleContext) => Finding[]
}

/** A rule that compares articles or issues. */
export interface IssueRule<Collected = unknown> extends Described {
  /** Collects the data to compare from one article. */
  collect?: (article: RuleInput) => Collected
  // Method syntax, because method parameters are bivariant: rules with different `Collected` types
  // fit in one list.
  checkIssue(context: RuleContext<Collected>): IssueFinding[]
}

/** A check of the articles: one file in rules/, with its own examples. */
export type Rule = ArticleRule | IssueRule

/** The input of a check. */
export interface CheckRequest extends Partial<Omit<RuleContext, 'articles'>> {
  articles: readonly Article[]
  /** Without it, missing glyphs are not checked. */
  hasGlyph?: HasGlyph
  /** Also run the rules of class `suggestion`. */
  all?: boolean
  rules?: readonly Rule[]
}
