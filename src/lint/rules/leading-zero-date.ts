import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const pattern = /(?:\d{4}年)?(?:0\d月(?:\d{1,2}日)?|\d{1,2}月0\d日)/g

/** Dates under titles and at the end of documents have no leading zeros (GB/T 9704, 7.3.5.4). */
export const leadingZeroDate: ArticleRule = {
  id: 'leading-zero-date',
  row: 'N08',
  class: 'report',
  severity: 'warning',
  about: '题下、落款的日期编了虚位（2021年06月08日）',
  reason: '成文日期的月、日不编虚位：1 不写成 01。',
  clause: 'GB/T 9704—2012，7.3.5.4',
  examples: {
    passes: ['2021年6月8日', '在2021年06月的报表里'],
    fails: [
      { text: '2021年06月08日', at: '1:1' },
      {
        text: '---\ntitle: 倡议书\nbyline: 全体志愿者（2020年09月10日）\n---\n\n朋友们：',
        at: '3:15',
      },
      { text: '---\ntitle: 讲话\nsubtitle: （2021年06月8日）\n---\n\n同志们：', at: '3:12' },
    ],
  },
  triggers: '月',
  check: ({ blocks }) =>
    findMatches(
      blocks.filter(
        ({ kind, text }) =>
          kind === 'subtitle' ||
          kind === 'byline' ||
          /^[\s（]*\d{4}年\d{1,2}月\d{1,2}日[）\s]*$/.test(text),
      ),
      pattern,
      ({ 0: date }) => ({
        message: `日期编了虚位：“${date}”。`,
        hint: `改成“${date.replace(/(?<!\d)0(?=\d[月日])/g, '')}”。`,
      }),
    ),
}
