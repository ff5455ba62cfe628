import { datesIn } from '../../text/dates.js'
import { findingAt } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const names = '日一二三四五六'

/** A weekday beside a date must be the weekday of that date. */
export const weekday: ArticleRule = {
  id: 'weekday',
  row: 'N05',
  class: 'report',
  severity: 'warning',
  about: '日期和星期对不上',
  reason: '日期与星期必有一个是错的；通知里错了，有人会白跑一趟。',
  clause: '历法',
  examples: {
    passes: ['2022年5月29日（星期日）', '每月5日（星期三除外）'],
    fails: [
      { text: '定于2022年5月29日（星期六）召开。', at: '1:14' },
      { text: '2024年2月29日是星期五。', at: '1:12' },
    ],
  },
  triggers: '月',
  check: ({ article, blocks }) =>
    blocks.flatMap((block) =>
      datesIn(block).flatMap((date) => {
        const end = date.index + date.text.length
        const match =
          /^[（(\s，,]{0,2}(?:正好|恰好|恰)?[是为逢]?(?:星期|周|礼拜)([一二三四五六日天])(?!除外|[至到—～、和])/u.exec(
            block.text.slice(end),
          )
        const same = article.fields.date
        const year = date.year ?? (same?.month === date.month ? same.year : undefined)
        if (!match?.[1] || year === undefined || date.day === undefined) return []
        const day = new Date(Date.UTC(year, date.month - 1, date.day))
        if (day.getUTCMonth() !== date.month - 1) return []
        const right = names.charAt(day.getUTCDay())
        if (right === match[1].replace('天', '日')) return []
        const at = end + match[0].search(/[星周礼]/)
        const message = `${year}年${date.month}月${date.day}日是星期${right}，这里写的是“${match[0].replace(/^[^星周礼]+/, '')}”。`
        return [
          findingAt(block, at, end + match[0].length, {
            message,
            hint: `改成星期${right}，或改正日期。`,
          }),
        ]
      }),
    ),
}
