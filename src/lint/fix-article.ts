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

/** The rules that change anything. */
const mending = rules.filter((rule) => rule.class === 'fixable')

/**
 * Mends what fixable rules find in one source, and before that the brackets of its pictures and links.
 * The text of a source that cannot be parsed stays as it is.
 */
export function fixArticle(
  file: SourceFile,
  { single = false, ...request }: Omit<CheckRequest, 'articles' | 'hasGlyph' | 'rules'>,
): Fixed {
  const formed = fixForms(file, single)
  const fixed = fixText(formed.text, (text) => {
    const { value } = parseArticle({ ...file, text }, { idPrefix: 'a1', single })
    if (!value) return { diagnostics: [], shape: '' }
    const articles = [value]
    const diagnostics = check({ ...request, rules: mending, single, articles }).filter(
      ({ fix }) => fix,
    )
    return { diagnostics, shape: shapeOf(value) }
  })
  return { text: fixed.text, mended: [...formed.mended, ...fixed.mended] }
}

/** A picture in the brackets of a link is seen when the link is one. */
const formRounds = 2

/** Mends what parsing says of pictures and links that are none for their brackets: there the shape is to change. */
function fixForms(file: SourceFile, single: boolean): Fixed {
  let text = file.text
  const mended: Diagnostic[] = []
  for (let round = 0; round < formRounds; round++) {
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
