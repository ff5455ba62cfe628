import { parseArticle } from '../input/parse-issue.js'
import type { Article } from '../model/article.js'
import type { SourceFile } from '../model/source.js'
import { walk } from '../text/markdown-tree.js'
import type { Fixed } from './fix.js'
import { fixText } from './fix.js'
import { check } from './lint.js'
import type { CheckRequest } from './rule.js'
import { rules } from './rules/index.js'

/** The rules that change anything. */
const mending = rules.filter((rule) => rule.class === 'A')

/** Mends what class A rules find in one source. The text of a source that cannot be parsed stays as it is. */
export function fixArticle(
  file: SourceFile,
  { single = false, ...request }: Omit<CheckRequest, 'articles' | 'hasGlyph' | 'rules'>,
): Fixed {
  return fixText(file.text, (text) => {
    const { value } = parseArticle({ ...file, text }, { idPrefix: 'a1', single })
    if (!value) return { diagnostics: [], shape: '' }
    const articles = [value]
    const diagnostics = check({ ...request, rules: mending, single, articles }).filter(
      ({ edit }) => edit,
    )
    return { diagnostics, shape: shapeOf(value) }
  })
}

/** The texts of the front-matter that the rules read; the values of all other keys stay as they are. */
const readKeys: ReadonlySet<string> = new Set(['title', 'subtitle', 'byline'])

/**
 * An article without its words: every construct of its body in order, with its address, its code, its
 * HTML, and all that is no prose; and its front-matter.
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
