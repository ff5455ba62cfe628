import { matches } from '../found.js'
import { hanNumeral } from '../han-number.js'
import type { ArticleRule } from '../rule.js'

/** Ordinals of congresses and sessions are in Han numerals throughout. */
export const mixedOrdinal: ArticleRule = {
  id: 'mixed-ordinal',
  row: 'N18',
  class: 'C',
  severity: 'off',
  about: '届次用了阿拉伯数字（19届5中全会、第3届2次会议）',
  reason: '会议届次用汉字数字：第三届理事会第二次会议。',
  clause: 'GB/T 15835—2011，4.3',
  examples: {
    passes: ['第三届理事会第二次会议，十九届五中全会'],
    fails: [
      { text: '19届5中全会', at: '1:1' },
      { text: '第3届理事会', at: '1:1' },
    ],
  },
  when: '届',
  check: ({ blocks }) =>
    matches(
      blocks,
      /第?\d{1,2}届(?:\d{1,2}(?=[中次]))?|(?<=届[\p{sc=Han}]{0,10}第?)\d{1,2}(?=次(?:全体|代表)?(?:会议|大会)|中全会)/gu,
      ({ 0: ordinal }) => ({
        message: `届次用了阿拉伯数字：“${ordinal}”。`,
        fix: `改成“${ordinal.replace(/\d+/g, (digits) => hanNumeral(Number(digits)))}”。`,
      }),
    ),
}
