import { hanCount } from '../../text/numerals.js'
import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Bodies whose sessions are counted by 届. Games and festivals may use digits: 第15届. */
const body =
  '(?=[\\p{sc=Han}]{0,8}?(?:理事会|监事会|委员会|代表大会|会员大会|全体会议|全委会|全会|党代会|职代会|团代会|妇代会|人大|政协|常委))'
const pattern = new RegExp(
  `第?\\d{1,2}届(?:\\d{1,2}(?=[中次])|${body})|(?<=届[\\p{sc=Han}]{0,10}第?)\\d{1,2}(?=次(?:全体|代表)?(?:会议|大会|全委会|理事会|全会)|中全会)`,
  'gu',
)

/** Ordinals of congresses and sessions use Han numerals (GB/T 15835, 4.3). */
export const mixedOrdinal: ArticleRule = {
  id: 'mixed-ordinal',
  row: 'N18',
  class: 'suggestion',
  severity: 'off',
  about: '届次用了阿拉伯数字（19届5中全会、第3届2次会议）',
  reason: '会议届次用汉字数字：第三届理事会第二次会议。',
  clause: 'GB/T 15835—2011，4.3',
  examples: {
    passes: ['第三届理事会第二次会议，十九届五中全会', '第15届中小学生田径运动会'],
    fails: [
      { text: '19届5中全会', at: '1:1' },
      { text: '第3届理事会', at: '1:1' },
      { text: '七届3次全委会', at: '1:3' },
    ],
  },
  triggers: '届',
  check: ({ blocks }) =>
    findMatches(blocks, pattern, ({ 0: ordinal }) => ({
      message: `届次用了阿拉伯数字：“${ordinal}”。`,
      hint: `改成“${ordinal.replace(/\d+/g, (digits) => hanCount(Number(digits)))}”。`,
    })),
}
