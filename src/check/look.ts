import type { Article } from '../model.js'
import type { CheckedArticle } from './checked.js'
import { checkedArticle } from './checked.js'
import type { CheckRequest } from './index.js'
import { prefilterFor, wantedByAny } from './prefilter.js'
import type { Finding, Rule } from './rule.js'
import { rules as allRules } from './rules/index.js'
import { severityOf } from './severity.js'

/** What the rules see in one article by itself. Plain data: it may come from another thread. */
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
  // Made from all the rules, whatever is off in this issue: that list lasts, and so is made use of again.
  const prefilter = prefilterFor(rules)
  const byBlock = checked.blocks.map(({ text }) => prefilter.of(text))
  const byAny = wantedByAny(byBlock)
  /** The article with the paragraphs that a rule wants and no comment keeps from it; nothing when it wants none. */
  const shownTo = (rule: Rule): CheckedArticle | undefined => {
    if (rule.when === undefined && !checked.ignores) return checked
    if (!prefilter.wants(rule, byAny)) return undefined
    const blocks = checked.blocks.filter(
      ({ ignored }, index) =>
        prefilter.wants(rule, byBlock[index] ?? []) && !ignored.has(rule.id) && !ignored.has('*'),
    )
    return rule.when !== undefined && blocks.length === 0 ? undefined : { ...checked, blocks }
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
