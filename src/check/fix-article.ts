import type { Nodes } from 'mdast'
import type { SourceFile } from '../model.js'
import { parseArticle } from '../parse/index.js'
import { walk } from '../text.js'
import type { Fixed } from './fix.js'
import { fixText } from './fix.js'
import type { CheckRequest } from './index.js'
import { check } from './index.js'
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
    const keys = Object.keys(value.fields).join(' ')
    const articles = [value]
    const diagnostics = check({ ...request, rules: mending, single, articles }).filter(
      ({ edit }) => edit,
    )
    return { diagnostics, shape: `${keys}\n${shapeOf(value.body)}` }
  })
}

/** What a body is made of, without its words: every construct by its kind, in order. */
const shapeOf = (body: Nodes): string =>
  [...walk(body)]
    .map((node) => ('depth' in node ? `${node.type}${node.depth}` : node.type))
    .join(' ')
