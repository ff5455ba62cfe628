import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** GB/T 15835 (5.1.4) permits leading zeros in running text; most house styles do not. */
export const leadingZeroInText: ArticleRule = {
  id: 'leading-zero-in-text',
  row: 'N08',
  class: 'suggestion',
  severity: 'off',
  about: '正文里的日期编了虚位（06月08日）',
  reason: '正文日期一般不编虚位，全文一致。',
  clause: 'GB/T 15835—2011，5.1.4；本刊体例',
  examples: {
    passes: ['6月8日，会议召开。', '编号06，10月20日'],
    fails: [{ text: '06月08日，会议召开。', at: '1:1' }],
  },
  triggers: '月',
  check: ({ blocks }) =>
    findMatches(blocks, /(?<!\d)(?:0\d月(?:\d{1,2}日)?|\d{1,2}月0\d日)/g, ({ 0: date }) => ({
      message: `日期编了虚位：“${date}”。`,
      hint: `改成“${date.replace(/(?<!\d)0(?=\d)/g, '')}”。`,
    })),
}
