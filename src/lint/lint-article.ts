import type { Article } from '../model/article.js'
import type { CheckRequest, Finding, Rule } from './rule.js'
import type { RuleInput } from './rule-input.js'
import { ruleInput } from './rule-input.js'
import { rules as allRules } from './rules/index.js'
import { severityOf } from './severity.js'

/** What the rules see in one article by itself. */
export interface ArticleFindings {
  /** What rules for single articles found, by their names. */
  findings: Map<string, Finding[]>
  /** What rules for the whole issue gathered, by their names. */
  collected: Map<string, unknown>
}

/** The part of a check that looks at one article by itself. */
export function lintArticle(
  article: Article,
  {
    settings = {},
    all = false,
    rules = allRules,
  }: Pick<CheckRequest, 'settings' | 'all' | 'rules'>,
): ArticleFindings {
  const checked = ruleInput(article)
  /** The article as a rule may see it; undefined when no paragraph holds any character of `triggers`. */
  const shownTo = (rule: Rule): RuleInput | undefined => {
    const { id, triggers, inReferences } = rule
    if (triggers === undefined && !checked.isSelective) return checked
    const pattern = triggers === undefined ? undefined : triggerPattern(rule, triggers)
    const blocks = checked.blocks.filter(
      ({ text, ignored, isReference }) =>
        (pattern?.test(text) ?? true) &&
        !ignored.has(id) &&
        !ignored.has('*') &&
        (inReferences || !isReference),
    )
    return triggers !== undefined && blocks.length === 0 ? undefined : { ...checked, blocks }
  }
  const looked: ArticleFindings = { findings: new Map(), collected: new Map() }
  for (const rule of rules) {
    if (severityOf(rule, settings.check, all) === 'off') continue
    const shown = shownTo(rule)
    if ('check' in rule) {
      const found = shown ? rule.check(shown, { settings }) : []
      if (found.length > 0) looked.findings.set(rule.id, found)
    } else if (rule.collect) {
      looked.collected.set(rule.id, rule.collect(shown ?? { ...checked, blocks: [] }))
    }
  }
  return looked
}

const triggerPatterns = new WeakMap<Rule, RegExp>()

/** Matches any character of `triggers`; compiled once for each rule. */
function triggerPattern(rule: Rule, triggers: string): RegExp {
  const known = triggerPatterns.get(rule)
  if (known) return known
  const pattern = new RegExp(`[${triggers.replace(/[\\\]^-]/g, '\\$&')}]`)
  triggerPatterns.set(rule, pattern)
  return pattern
}
