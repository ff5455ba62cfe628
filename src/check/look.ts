import type { Article } from '../model.js'
import type { CheckedArticle } from './checked.js'
import { checkedArticle } from './checked.js'
import type { ArticleContext, Finding, Rule } from './rule.js'
import type { Sieve } from './sieve.js'

/** What the rules see in one article by itself. Plain data: it may come from another thread. */
export interface Looked {
  /** What rules for single articles found, by their names. */
  findings: Map<string, Finding[]>
  /** What rules for the whole issue gathered, by their names. */
  facts: Map<string, unknown>
}

/** Shows an article to some rules; `sieve` knows them all. */
export function look(
  article: Article,
  { rules, sieve }: { rules: readonly Rule[]; sieve: Sieve },
  context: ArticleContext,
): Looked {
  const checked = checkedArticle(article)
  const wanted = checked.blocks.map(({ text }) => sieve(text))
  const looked: Looked = { findings: new Map(), facts: new Map() }
  for (const rule of rules) {
    const shown = shownTo(rule, checked, wanted)
    if ('check' in rule) {
      const found = shown ? rule.check(shown, context) : []
      if (found.length > 0) looked.findings.set(rule.id, found)
    } else if (rule.gather) {
      looked.facts.set(rule.id, rule.gather(shown ?? { ...checked, blocks: [] }))
    }
  }
  return looked
}

/**
 * An article with the paragraphs that a rule wants, without those that a comment keeps from it;
 * nothing when it wants none.
 */
function shownTo(
  rule: Rule,
  article: CheckedArticle,
  wanted: readonly ReturnType<Sieve>[],
): CheckedArticle | undefined {
  if (rule.when === undefined && !article.ignores) return article
  const blocks = article.blocks.filter(
    ({ ignored }, index) => wanted[index]?.(rule) && !ignored.has(rule.id) && !ignored.has('*'),
  )
  return rule.when !== undefined && blocks.length === 0 ? undefined : { ...article, blocks }
}
