import type { Article } from '../model/article.js'
import type { CheckRequest, Finding, Rule } from './rule.js'
import type { RuleInput } from './rule-input.js'
import { ruleInput } from './rule-input.js'
import { rules as allRules } from './rules/index.js'
import { severityOf } from './severity.js'

/** What the rules found in one article on its own. */
export interface ArticleFindings {
  /** Findings of the article rules, by rule id. */
  findings: Map<string, Finding[]>
  /** Data that the issue rules collected, by rule id. */
  collected: Map<string, unknown>
}

/**
 * Runs the part of a check that needs only one article: `check` of article rules, `collect` of
 * issue rules. Rules with severity `off` are skipped.
 */
export function lintArticle(
  article: Article,
  {
    settings = {},
    all = false,
    rules = allRules,
  }: Pick<CheckRequest, 'settings' | 'all' | 'rules'>,
): ArticleFindings {
  const input = ruleInput(article)
  /**
   * Returns the input with the blocks that a rule may see. Undefined if no block contains any of
   * the rule's `triggers`.
   */
  const inputFor = (rule: Rule): RuleInput | undefined => {
    const { id, triggers, inReferences } = rule
    if (triggers === undefined && !input.isSelective) return input
    const pattern = triggers === undefined ? undefined : triggerPattern(rule, triggers)
    const blocks = input.blocks.filter(
      ({ text, ignored, isReference }) =>
        (pattern?.test(text) ?? true) &&
        !ignored.has(id) &&
        !ignored.has('*') &&
        (inReferences || !isReference),
    )
    return triggers !== undefined && blocks.length === 0 ? undefined : { ...input, blocks }
  }
  const result: ArticleFindings = { findings: new Map(), collected: new Map() }
  for (const rule of rules) {
    if (severityOf(rule, settings.check, all) === 'off') continue
    const visible = inputFor(rule)
    if ('check' in rule) {
      const found = visible ? rule.check(visible, { settings }) : []
      if (found.length > 0) result.findings.set(rule.id, found)
    } else if (rule.collect) {
      result.collected.set(rule.id, rule.collect(visible ?? { ...input, blocks: [] }))
    }
  }
  return result
}

const triggerPatterns = new WeakMap<Rule, RegExp>()

/** Returns a pattern that matches any character of `triggers`. Compiled once for each rule. */
function triggerPattern(rule: Rule, triggers: string): RegExp {
  const known = triggerPatterns.get(rule)
  if (known) return known
  const pattern = new RegExp(`[${triggers.replace(/[\\\]^-]/g, '\\$&')}]`)
  triggerPatterns.set(rule, pattern)
  return pattern
}
