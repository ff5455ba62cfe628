import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const units =
  '(?:万|亿|千)?(?:人次|人|元|岁|名|天|小时|分钟|个月|个|次|场|米|千米|公里|厘米|毫米|千克|公斤|克|吨|亩|平方米|公顷|度|℃|页|字|户|支|处|件|册|项|年|%|％)'
const pattern = new RegExp(
  `(?<![\\d.A-Za-z-])(?:\\d+(?:\\.\\d+)?)(?:${units})?(?:-{1,2}|－|–|~)\\d+(?:\\.\\d+)?${units}(?![\\dA-Za-z-])|(?<![\\d—])\\d{1,2}[月日时]\\d{0,2}[日分]?(?:-{1,2}|－|–|~)\\d{1,2}(?:月\\d{0,2}日?|日|时\\d{0,2}分?)`,
  'g',
)

/**
 * Ranges of quantities use ～ and ranges of days use —, never a hyphen (GB/T 15834,
 * 4.13.3.2–4.13.3.3).
 */
export const rangeConnector: ArticleRule = {
  id: 'range-connector',
  class: 'report',
  severity: 'warning',
  about: '数量、日期的起止之间用了 -（3-5人、5月1日-3日）',
  reason: '数值的起止用浪纹线“～”，日期的起止用“—”或“至”；短横线容易看成负号或编号。',
  clause: 'GB/T 15834—2011，4.13.3.2—4.13.3.3',
  examples: {
    passes: ['3～5人，5月1日至3日，负责1-2号楼，COVID-19，B-3栋', '3:30—5:00'],
    fails: [
      { text: '每组3-5人', at: '1:3' },
      { text: '15%-30%', at: '1:1' },
      { text: '5月1日-3日举办', at: '1:1' },
    ],
  },
  triggers: '-－–~',
  check: ({ blocks }) =>
    findMatches(blocks, pattern, ({ 0: range }) => {
      if (/^(?:19|20)\d{2}/.test(range) && range.endsWith('年')) return undefined
      const isDate = /^\d{1,2}[月日时]/.test(range)
      return {
        message: `起止之间用了短横线：“${range}”。`,
        hint: `改成“${range.replace(/--?|[－–~]/, isDate ? '—' : '～')}”。`,
      }
    }),
}
