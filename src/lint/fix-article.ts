import { parseArticle } from '../input/parse-issue.js'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { SourceFile } from '../model/source.js'
import { walk } from '../text/markdown-tree.js'
import { applyEdits } from './edit.js'
import type { Fixed } from './fix.js'
import { fixText } from './fix.js'
import { check } from './lint.js'
import type { CheckRequest } from './rule.js'
import { rules } from './rules/index.js'

/** The rules that can produce fixes. */
const fixableRules = rules.filter((rule) => rule.class === 'fixable')

/**
 * Applies the fixes of all fixable rules to one source. Fixes that the parser proposes for the
 * brackets of pictures and links are applied first. A source that cannot be parsed keeps its text.
 */
export function fixArticle(
  file: SourceFile,
  { single = false, ...request }: Omit<CheckRequest, 'articles' | 'hasGlyph' | 'rules'>,
): Fixed {
  const brackets = fixBrackets(file, single)
  const fixed = fixText(brackets.text, (text) => {
    const { value } = parseArticle({ ...file, text }, { idPrefix: 'a1', single })
    if (!value) return { diagnostics: [], shape: '' }
    const articles = [value]
    const diagnostics = check({ ...request, rules: fixableRules, single, articles }).filter(
      ({ fix }) => fix,
    )
    return { diagnostics, shape: shapeOf(value) }
  })
  return { text: fixed.text, mended: [...brackets.mended, ...fixed.mended] }
}

/** Two passes: a picture inside a link's brackets is parsed only once the link itself is valid. */
const bracketPasses = 2

/**
 * Applies the parser's fixes for pictures and links with malformed brackets. These fixes change the
 * Markdown structure on purpose, so they are not subject to the shape check of `fixText`.
 */
function fixBrackets(file: SourceFile, single: boolean): Fixed {
  let text = file.text
  const mended: Diagnostic[] = []
  for (let round = 0; round < bracketPasses; round++) {
    const { value, diagnostics } = parseArticle({ ...file, text }, { idPrefix: 'a1', single })
    const open = value ? diagnostics.filter(({ fix }) => fix) : []
    if (open.length === 0) break
    mended.push(...open)
    text = applyEdits(
      text,
      open.flatMap(({ fix }) => fix ?? []),
    )
  }
  return { text, mended }
}

/**
 * Front-matter keys whose text the rules may change. The values of all other keys must stay the
 * same.
 */
const readKeys: ReadonlySet<string> = new Set(['title', 'subtitle', 'byline'])

/**
 * Serializes an article without its prose: all nodes of its body in order, with URLs, code, HTML
 * and everything else that is not prose, and its front-matter. Two texts with the same result have
 * the same structure.
 */
function shapeOf({ fields, body }: Article): string {
  const values = Object.entries(fields).map(([key, value]) =>
    readKeys.has(key) ? key : [key, value],
  )
  const constructs = [...walk(body)].map((node) => ({
    ...node,
    position: undefined,
    children: undefined,
    ...(node.type === 'text' && { value: undefined }),
  }))
  return JSON.stringify([values, constructs])
}
