import { pairFindings } from '../pair-findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports double title marks inside double ones (GB/T 15834, 4.15.3.5). */
export const nestedTitle: ArticleRule = {
  id: 'nested-title',
  row: 'P04',
  class: 'report',
  severity: 'warning',
  about: '书名号里又用双书名号',
  reason: '书名号里还要用书名号时，外面双、里面单：《……〈……〉……》。',
  clause: 'GB/T 15834—2011，4.15.3.5',
  examples: {
    passes: ['《关于印发〈办法〉的通知》', '《春》《秋》'],
    fails: [{ text: '印发《关于修改《办法》的通知》。', at: '1:8' }],
  },
  check: ({ blocks }) =>
    pairFindings(blocks, 'nested-title', (_, around) => ({
      message: `书名号里又用了双书名号：“${around}”。`,
      hint: '里面的一对改成〈〉。',
    })),
}
