import { pairFindings } from '../pair-findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports double quotation marks inside double ones (GB/T 15834, 4.8.3.4). */
export const nestedQuote: ArticleRule = {
  id: 'nested-quote',
  row: 'P03',
  class: 'report',
  severity: 'warning',
  about: '双引号里又用双引号',
  reason: '引号里再用引号，外面双、里面单：“……‘……’……”。',
  clause: 'GB/T 15834—2011，4.8.3.4',
  examples: {
    passes: ['他说：“要办好‘文化客厅’。”'],
    fails: [{ text: '他说：“要办好“文化客厅”。”', at: '1:8' }],
  },
  check: ({ blocks }) =>
    pairFindings(blocks, 'nested-quote', (_, around) => ({
      message: `双引号里又用了双引号：“${around}”。`,
      hint: '里面的一对改成‘’。',
    })),
}
