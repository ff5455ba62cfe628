import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** A quoted sentence has one full stop, inside or outside the quotation marks (GB/T 15834, A.4). */
export const stopAfterQuote: ArticleRule = {
  id: 'stop-after-quote',
  row: 'C13',
  class: 'report',
  severity: 'warning',
  about: '引号里外都有句号（。”。 或 。”，）',
  reason: '独立的引语句号在引号里，外面不再加；引语是句子的一部分，句号在引号外。',
  clause: 'GB/T 15834—2011，附录 A.4',
  examples: {
    passes: ['他说：“走。”', '这叫“点单”。', '他问：“走吗？”我说走。'],
    fails: [{ text: '他说：“我们走。”。', at: '1:8' }],
  },
  triggers: '”’',
  check: ({ blocks }) =>
    findMatches(blocks, /。[”’][。，；、]/gu, ({ 0: marks, index }, block) => ({
      message: `引号里外都有标点：“${contextAround(block, index, index + marks.length)}”。`,
      hint: `“${marks}”改成“${marks.slice(0, 2)}”或“${marks.slice(1)}”。`,
    })),
}
