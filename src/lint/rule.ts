import type { Article } from '../model/article.js'
import type { Edit } from '../model/diagnostic.js'
import type { Point } from '../model/place.js'
import type { Day, Settings } from '../model/settings.js'
import type { HasGlyph } from '../text/drawn.js'
import type { RuleInput } from './rule-input.js'

/**
 * How sure a rule is (docs/design/layout-rules.md, 4.9, classes A, B and C). `fixable`: `--fix` can mend what it
 * finds. `report`: right so often that it is always reported. `suggestion`: off unless asked for.
 */
export type RuleClass = 'fixable' | 'report' | 'suggestion'

/** What a rule found in one article; `check` adds file, name and severity. */
export interface Finding {
  at: Point
  /** Where it ends, just behind the last character; for formats that mark a range. */
  end?: Point
  /** What is wrong: one Chinese sentence that quotes what was found in “ ”. */
  message: string
  /** What to type instead. */
  hint: string
  /** The change in the source that mends it and changes nothing else. */
  fix?: Edit
}

/** What a rule found that looks at the whole issue. */
export interface IssueFinding extends Finding {
  file: string
}

/** Number, running number and date of another issue of the publication. */
export interface Neighbour {
  /** The folder's name. */
  name: string
  number?: number
  total?: number
  date?: Day
}

/** A picture at the size at which it prints. */
export interface PrintedSize {
  file: string
  at: Point
  /** The path as written. */
  src: string
  /** Width of the file, px. */
  pixels: number
  /** Width on paper, mm. */
  width: number
}

/** What a rule may know besides the article it looks at. */
export interface ArticleContext {
  settings: Settings & { where?: Partial<Record<keyof Settings, { file: string; at: Point }>> }
}

/** An article as a rule compares it with others: its front-matter, and what the rule gathered. */
export interface Compared<Collected> extends Pick<Article, 'path' | 'fields' | 'where'> {
  collected: Collected
}

/** What a rule may know that looks at the whole issue. */
export interface RuleContext<Collected = unknown> extends ArticleContext {
  articles: readonly Compared<Collected>[]
  /** Other issues in the publication's folder, any order; without this one. */
  neighbours: readonly Neighbour[]
  /** Pictures that could be read. */
  pictures: readonly PrintedSize[]
  /** The folder's name, or the single file's. */
  name: string
  /** One article given by its file, without the rest of its issue. */
  single: boolean
}

/**
 * Examples are texts of an article as written; several articles are parted by `§§`, and a part that
 * begins with `yaml` is `bulletin.yaml`, with `neighbour NAME` that of another issue, and with
 * `picture PATH` the width of one in px and its printed width in mm.
 */
export interface Examples {
  passes: readonly string[]
  /** `at` is line:column of a finding; `fixed` the text after `--fix` (fixable). */
  fails: readonly { text: string; at: string; fixed?: string }[]
}

interface Described {
  /** Kebab-case, never changes; also the name of the rule's file. */
  id: string
  /** Its row in docs/design/layout-rules.md, 4.9; missing for the rules beyond that table. */
  row?: string
  class: RuleClass
  severity: 'warning' | 'error' | 'off'
  /** One line for the table of rules. */
  about: string
  /** Why an editor changes this, for `--explain`. */
  reason: string
  /** The clause or source of the rule. */
  clause: string
  examples: Examples
  /** Looks at the entries of lists of references too, whose marks are not those of Chinese text. */
  inReferences?: true
  /** Its findings are about the first and the last character alone: a pair of marks. */
  pair?: true
  /**
   * Characters: a paragraph without any of them holds nothing for the rule, and is not shown to it.
   * Missing when the rule has to see them all.
   */
  triggers?: string
}

/** A rule that looks at one article at a time. */
export interface ArticleRule extends Described {
  check: (article: RuleInput, context: ArticleContext) => Finding[]
}

/** A rule that compares articles, or issues. */
export interface IssueRule<Collected = unknown> extends Described {
  /** What it takes from each article to compare. */
  collect?: (article: RuleInput) => Collected
  // A method: so rules of all kinds of facts fit one list.
  checkIssue(context: RuleContext<Collected>): IssueFinding[]
}

export type Rule = ArticleRule | IssueRule

export interface CheckRequest extends Partial<Omit<RuleContext, 'articles'>> {
  articles: readonly Article[]
  /** Without it, characters that no font has are not looked for. */
  hasGlyph?: HasGlyph
  /** Suggestions too. */
  all?: boolean
  rules?: readonly Rule[]
}
