import { datesIn } from '../../text/dates.js'
import { findingAt } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const planned =
  /将|拟|计划|预计|之?前|截止|截至|以后|起(?!来)|至|(?<![收受得达看])到|内|底|开始|实施|施行|报名|(?:举行|召开)(?!了)|届时|下/

/** Reports dates later than the issue date, unless the sentence is about a plan or a deadline. */
export const dateAfterIssue: ArticleRule = {
  id: 'date-after-issue',
  row: 'N06',
  class: 'suggestion',
  severity: 'off',
  about: '文中的日期晚于出刊日期',
  reason: '报道的事不会晚于出刊；计划、期限可以。句中有“将、拟、前、起”等字的不报。',
  clause: '校对惯例',
  examples: {
    passes: ['yaml\ndate: 2021-06-28\n§§2021年6月8日，会议结束。计划于2021年9月1日复会。'],
    fails: [
      { text: 'yaml\ndate: 2021-06-28\n§§2021年8月8日，活动圆满结束。', at: '1:1' },
      { text: 'yaml\ndate: 2021-06-28\n§§2021年8月8日，东馆举行了讲座。', at: '1:1' },
    ],
  },
  triggers: '月',
  check: ({ blocks }, { settings: { date: issued } }) => {
    if (!issued) return []
    const limit = issued.year * 10_000 + issued.month * 100 + (issued.day ?? 31)
    return blocks.flatMap((block) =>
      datesIn(block).flatMap(({ index, text, year, month, day }) => {
        if (year === undefined || year * 10_000 + month * 100 + (day ?? 1) <= limit) return []
        const before = /[^。；！？]*$/.exec(block.text.slice(0, index))?.[0] ?? ''
        const after = /^[^。；！？]*/.exec(block.text.slice(index + text.length))?.[0] ?? ''
        if (planned.test(before + after) || /[—～-]$/.test(before) || /^[—～-]/.test(after))
          return []
        const message = `“${text}”晚于出刊日期 ${issued.year} 年 ${issued.month} 月。`
        return [
          findingAt(block, index, index + text.length, {
            message,
            hint: '核对年份和月份；是计划就写明“将于”。',
          }),
        ]
      }),
    )
  },
}
