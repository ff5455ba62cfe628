import type { Article } from '../model/article.js'
import type { CheckRequest, Finding, Rule } from './rule.js'
import type { CheckedArticle } from './rule-input.js'
import { checkedArticle } from './rule-input.js'
import { rules as allRules } from './rules/index.js'
import { severityOf } from './severity.js'

/** What the rules see in one article by itself. */
export interface Looked {
  /** What rules for single articles found, by their names. */
  findings: Map<string, Finding[]>
  /** What rules for the whole issue gathered, by their names. */
  facts: Map<string, unknown>
}

/** The part of a check that looks at one article by itself. */
export function look(
  article: Article,
  {
    settings = {},
    all = false,
    rules = allRules,
  }: Pick<CheckRequest, 'settings' | 'all' | 'rules'>,
): Looked {
  const checked = checkedArticle(article)
  /** The article as a rule may see it; undefined when no paragraph holds any character of `when`. */
  const shownTo = (rule: Rule): CheckedArticle | undefined => {
    const { id, when, inReferences } = rule
    if (when === undefined && !checked.isSelective) return checked
    const triggers = when === undefined ? undefined : triggersOf(rule, when)
    const blocks = checked.blocks.filter(
      ({ text, ignored, isReference }) =>
        (triggers?.test(text) ?? true) &&
        !ignored.has(id) &&
        !ignored.has('*') &&
        (inReferences || !isReference),
    )
    return when !== undefined && blocks.length === 0 ? undefined : { ...checked, blocks }
  }
  const looked: Looked = { findings: new Map(), facts: new Map() }
  for (const rule of rules) {
    if (severityOf(rule, settings.check, all) === 'off') continue
    const shown = shownTo(rule)
    if ('check' in rule) {
      const found = shown ? rule.check(shown, { settings }) : []
      if (found.length > 0) looked.findings.set(rule.id, found)
    } else if (rule.gather) {
      looked.facts.set(rule.id, rule.gather(shown ?? { ...checked, blocks: [] }))
    }
  }
  return looked
}

const triggerPatterns = new WeakMap<Rule, RegExp>()

/** Matches any character of `when`; compiled once for each rule. */
function triggersOf(rule: Rule, when: string): RegExp {
  const known = triggerPatterns.get(rule)
  if (known) return known
  const pattern = new RegExp(`[${when.replace(/[\\\]^-]/g, '\\$&')}]`)
  triggerPatterns.set(rule, pattern)
  return pattern
}
