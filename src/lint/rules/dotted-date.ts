import { daysIn } from '../../text/dates.js'
import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports “5.29” as an abbreviated date; it is written 5·29 (GB/T 15835, 5.1.6). */
export const dottedDate: ArticleRule = {
  id: 'dotted-date',
  row: 'N12',
  class: 'suggestion',
  severity: 'off',
  about: '节日、事件的月日用了小数点（“5.29”）',
  reason: '月日简称的两个数之间用间隔号，外加引号：“5·29”。小数点会读成五点二九。',
  clause: 'GB/T 15835—2011，5.1.6；GB/T 15834—2011，4.14.3.5',
  examples: {
    passes: ['“5·29”活动，增长5.29%，版本“13.5”'],
    fails: [
      { text: '开展“5.29”主题活动', at: '1:3' },
      { text: '纪念5.12地震', at: '1:3' },
    ],
  },
  triggers: '.．',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<![到至])“(\d{1,2})[.．](\d{1,2})”(?![版到至的越])|(?<![\d.])(\d{1,2})[.．](\d{1,2})(?=地震|纪念日|宣传日|事件|事故|活动日|主题|志愿者日|消防日)/g,
      ({ 0: found, 1: m1, 2: d1, 3: m2, 4: d2 }) => {
        const [month, day] = [Number(m1 ?? m2), Number(d1 ?? d2)]
        if (month < 1 || month > 12 || day < 1 || day > daysIn(month)) return undefined
        return {
          message: `月日之间用了小数点：“${month}.${day}”。`,
          hint: `${found} 改成“${month}·${day}”。`,
        }
      },
    ),
}
