import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** The first number of a range keeps its %, 万 or 亿 (GB/T 15835, 5.1.3). */
export const rangeUnit: ArticleRule = {
  id: 'range-unit',
  row: 'N15',
  class: 'suggestion',
  severity: 'off',
  about: '起止的前一个数少了 %、万、亿（15～30%）',
  reason: '“9～16亿”可以读成 9 到 16 亿，也可以读成 9 个到 16 亿个；前一个数的单位不能省。',
  clause: 'GB/T 15835—2011，5.1.3',
  examples: {
    passes: ['15%～30%，9亿～16亿元，3～5人'],
    fails: [
      { text: '占15～30%', at: '1:2' },
      { text: '投资9～16亿元', at: '1:3' },
    ],
  },
  triggers: '%％‰万亿',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<![\d.])(\d+(?:\.\d+)?)([～~—-]|至)(\d+(?:\.\d+)?)([%％‰万亿])/g,
      ({ 0: range, 1: from, 2: line, 3: to, 4: unit }) => ({
        message: `起止的前一个数少了单位：“${range}”。`,
        hint: `改成“${from}${unit}${line}${to}${unit}”。`,
      }),
    ),
}
