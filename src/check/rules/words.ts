import { found, near } from '../found.js'
import { misprints } from '../misprints.js'
import type { ArticleRule, Finding } from '../rule.js'

/** Exact words of the editor's list and of common misprints. */
export const words: ArticleRule = {
  id: 'words',
  row: 'W08',
  class: 'B',
  severity: 'warning',
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
  check: ({ blocks }, { settings }) => {
    const own = Object.entries(settings.check?.words ?? {})
    const pairs = own.length === 0 ? misprints : [...misprints, ...own]
    return blocks.flatMap((block) => {
      const findings: Finding[] = []
      for (const [wrong, right] of pairs) {
        for (
          let at = block.text.indexOf(wrong);
          at >= 0;
          at = block.text.indexOf(wrong, at + wrong.length)
        ) {
          // A preferred word may hold the other: 市文联 for 文联 is right where it stands whole.
          const inside = right.indexOf(wrong)
          if (inside >= 0 && block.text.startsWith(right, at - inside)) continue
          findings.push(
            found(block, at, at + wrong.length, {
              message: `“${near(block, at, at + wrong.length)}”里的“${wrong}”写错了。`,
              fix: right === '' ? `删去“${wrong}”。` : `改成“${right}”。`,
            }),
          )
        }
      }
      return findings
    })
  },
}
