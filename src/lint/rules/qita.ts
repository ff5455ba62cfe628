import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** House style uses 其他 for both people and things. */
export const qita: ArticleRule = {
  id: 'qita',
  row: 'W06',
  class: 'suggestion',
  severity: 'off',
  about: '其它 → 其他',
  reason: '两个词词典都收；公文和出版物通用“其他”，指人指物都行，一刊之内统一。',
  clause: '本刊体例',
  examples: {
    passes: ['其他单位'],
    fails: [{ text: '其它单位', at: '1:1' }],
  },
  triggers: '它',
  check: ({ blocks }) =>
    findMatches(blocks, /(?<![尤“])其它/g, ({ index }, block) => ({
      message: `“${contextAround(block, index, index + 2)}”用了“其它”。`,
      hint: '改成“其他”。',
    })),
}
