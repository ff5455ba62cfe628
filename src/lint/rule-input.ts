import type { Article } from '../model/article.js'
import type { ProseBlock } from './prose.js'
import { headProseOf, proseOf } from './prose.js'
import { withReferences } from './references.js'
import type { SourceText } from './source-text.js'
import { sourceText } from './source-text.js'

/** An article in the form that rules receive. */
export interface RuleInput {
  article: Article
  source: SourceText
  /** Title, subtitle and byline, then the body's prose, in reading order. */
  blocks: readonly ProseBlock[]
  /** Whether any block is excluded from some rules. */
  isSelective: boolean
}

/** Extracts the prose of an article. Done once, shared by all rules. */
export function ruleInput(article: Article): RuleInput {
  const source = sourceText(article.text)
  const body = withReferences(proseOf(article.body, source))
  const blocks = [...headProseOf(article, source), ...body]
  const isSelective = blocks.some(({ ignored, isReference }) => isReference || ignored.size > 0)
  return { article, source, blocks, isSelective }
}
