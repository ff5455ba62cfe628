import { contextAround, findMatches } from '../findings.js'
import { misprints } from '../misprints.js'
import type { ArticleRule } from '../rule.js'

/** Builds one pattern from the wrong words, longest first, and a map to the correct words. */
function listOf(pairs: readonly (readonly [string, string])[]) {
  const longest = pairs.map(([wrong]) => wrong).toSorted((a, b) => b.length - a.length)
  const literal = longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return { pattern: new RegExp(literal.join('|'), 'g'), right: new Map(pairs) }
}

const builtIn = listOf(misprints)

/** Reports the common misprints and the words of the editor's own list. */
export const words: ArticleRule = {
  id: 'words',
  row: 'W08',
  class: 'report',
  severity: 'warning',
  inReferences: true,
  about: '常见错词，和 check: words: 里自己列的词',
  reason:
    '自带的表只收写错了一定不对的词；单位、人名、称谓的写法可以在 bulletin.yaml 里补充：check: { words: { 尹虹: 尹红 } }。',
  clause: '《现代汉语词典》；本刊词表',
  examples: {
    passes: ['部署工作，按部就班', 'yaml\ncheck:\n  words: { 尹虹: 尹红 }\n§§尹红讲话。'],
    fails: [
      { text: '布署下半年工作', at: '1:1' },
      { text: 'yaml\ncheck:\n  words: { 尹虹: 尹红 }\n§§会长尹虹讲话。', at: '1:3' },
    ],
  },
  check({ blocks }, { settings: { check } }) {
    const own = Object.entries(check?.words ?? {}).filter(([wrong]) => wrong !== '')
    const lists = [builtIn, ...(own.length > 0 ? [listOf(own)] : [])]
    return lists.flatMap(({ pattern, right }) =>
      findMatches(blocks, pattern, ({ 0: wrong, index }, { text }) => {
        const meant = right.get(wrong) ?? ''
        // The correct word may contain the wrong one: with 文联 → 市文联, the text 市文联 is correct.
        const inside = meant.indexOf(wrong)
        if (inside >= 0 && text.startsWith(meant, index - inside)) return undefined
        return {
          message: `“${contextAround({ text }, index, index + wrong.length)}”里的“${wrong}”写错了。`,
          hint: meant === '' ? `删去“${wrong}”。` : `改成“${meant}”。`,
        }
      }),
    )
  },
}
