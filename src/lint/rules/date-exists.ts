import { datesIn, daysIn } from '../../text/dates.js'
import { findingAt, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports days and times of day that do not exist. */
export const dateExists: ArticleRule = {
  id: 'date-exists',
  row: 'N04',
  class: 'report',
  severity: 'warning',
  about: '没有这一天、这一刻（2月30日、13月、25时）',
  reason: '多半是打错了一个数字，读者会照着错的日子来。',
  clause: '历法',
  examples: {
    passes: ['2020年2月29日，6月30日，用时36小时', '5月至6月，24时00分', '完成12个月'],
    fails: [
      { text: '会议于2021年2月29日召开。', at: '1:4' },
      { text: '6月31日前报送。', at: '1:1' },
      { text: '上午9时75分', at: '1:3' },
    ],
  },
  triggers: '月时点:：',
  check: ({ blocks }) => [
    ...blocks.flatMap((block) =>
      datesIn(block).flatMap(({ index, text, year, month, day }) => {
        const isReal =
          month >= 1 &&
          month <= 12 &&
          (day === undefined || (day >= 1 && day <= daysIn(month, year)))
        if (isReal) return []
        const message = `没有“${text}”这一天。`
        return [
          findingAt(block, index, index + text.length, {
            message,
            hint: '核对原稿，改成真实的日期。',
          }),
        ]
      }),
    ),
    ...findMatches(
      blocks,
      /(?<![\d.:])(?:(\d{1,2})时(\d{1,2})分|(?<=[上下中]午|凌晨|早上|晚上|[日晚]|当天)(\d{1,2})[:：](\d{2})(?!\d|[:：]\d)|(?<=[上下中]午|凌晨|早上|晚上)(\d{1,2})[时点])/gu,
      ({ 0: time, 1: h1, 2: m1, 3: h2, 4: m2, 5: h3 }) => {
        const [hour, minute] = [Number(h1 ?? h2 ?? h3), Number(m1 ?? m2 ?? 0)]
        if (hour <= 24 && minute <= 59) return undefined
        return { message: `没有“${time}”这个时刻。`, hint: '核对原稿，改成真实的时刻。' }
      },
    ),
  ],
}
