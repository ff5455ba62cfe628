import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** A paragraph must not begin with a stop or a closing mark (GB/T 15834, 5.1). */
export const markAtStart: ArticleRule = {
  id: 'mark-at-start',
  row: 'C14',
  class: 'report',
  severity: 'warning',
  about: '一段的开头是句号、逗号或后半个引号、括号',
  reason: '多半是断段断错了，或少了前面半个。',
  clause: 'GB/T 15834—2011，5.1',
  examples: {
    passes: ['……他没有再说。', '——摘自《渡口》', '“好。”'],
    fails: [{ text: '，要抓好落实。', at: '1:1' }],
  },
  check: ({ blocks }) =>
    findMatches(
      blocks.filter(({ kind }) => kind !== 'cell'),
      /^[，。、；：！？．”’）》〉】〕」』]/gu,
      ({ 0: mark }, block) => ({
        message: `这一段以“${mark}”开头：“${contextAround(block, 0, 1, 8)}”。`,
        hint: `删去“${mark}”，或接回上一段。`,
      }),
    ),
}
