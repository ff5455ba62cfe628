import { pairFindings } from '../pair-findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports round brackets directly inside round brackets (GB/T 15834, 4.9.3.6). */
export const nestedBracket: ArticleRule = {
  id: 'nested-bracket',
  row: 'P03',
  class: 'report',
  severity: 'warning',
  about: '圆括号里又用圆括号',
  reason: '同一形式的括号避免套用；外面改用方括号［］或六角括号〔〕，或改用逗号。',
  clause: 'GB/T 15834—2011，4.9.3.6',
  examples: {
    passes: [
      '（见《办法》〔2021〕5号）',
      '（一）（二）',
      '（四（3）班、五（12）班，依第（二）项）',
    ],
    fails: [{ text: '参加人员（含列席人员（5人））共30人。', at: '1:11' }],
  },
  check: ({ blocks }) =>
    pairFindings(blocks, 'nested-bracket', (_, around) => ({
      message: `括号里又用了括号：“${around}”。`,
      hint: '里面的一对改成逗号隔开，或外面的一对改成［］。',
    })),
}
