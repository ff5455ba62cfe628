import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const year = /(?<!\d)((?:19|20)\d{2})年?\s?(?:[—～~至到]|--?|——)\s?((?:19|20)\d{2})(?=年)/gu
const days = /(\d{1,2})月(\d{1,2})日?\s?(?:[—～~至到-]|——)\s?(?:(\d{1,2})月)?(\d{1,2})日/gu
const fullDays =
  /(\d{4})年(\d{1,2})月(\d{1,2})日(?:（[^（）]{1,4}）)?(?:[—～~至到-]|——)(\d{4})年(\d{1,2})月(\d{1,2})日/gu
const hours = /(?<![\d:：])(\d{1,2})[:：](\d{2})(?:[—～~至到-]|——)(\d{1,2})[:：](\d{2})(?!\d)/gu
const percent = /(?<![\d.])(\d+(?:\.\d+)?)[%％][～~—](\d+(?:\.\d+)?)[%％]/gu

/** The start of a range is earlier or smaller than its end (GB/T 15835, 5.1.3). */
export const rangeOrder: ArticleRule = {
  id: 'range-order',
  row: 'N07',
  class: 'report',
  severity: 'warning',
  about: '起止写反了（2025—2021年、5月8日至3日）',
  reason: '起点在前，终点在后；反了，总有一个数是错的。',
  clause: 'GB/T 15835—2011，5.1.3',
  examples: {
    passes: [
      '2021—2025年，5月8日至6月3日，12月28日至1月3日，15%～30%',
      '2021年12月30日至2022年1月3日，夜班22:00—6:00，值班18:00—次日12:00',
    ],
    fails: [
      { text: '2025—2021年规划', at: '1:1' },
      { text: '5月8日至3日举行', at: '1:1' },
      { text: '增长30%～15%', at: '1:3' },
      { text: '2021年6月8日至2020年6月15日', at: '1:1' },
      { text: '每天16:30—14:00整理', at: '1:3' },
    ],
  },
  triggers: '年月%％:：',
  check: ({ blocks }) => [
    ...findMatches(
      blocks,
      year,
      ({ 0: range, 1: from, 2: to }) => Number(from) > Number(to) && reversed(`${range}年`),
    ),
    ...findMatches(blocks, days, ({ 0: range, 1: m1, 2: d1, 3: m2, 4: d2 }) => {
      const isSame = m2 === undefined || m1 === m2
      return isSame && Number(d1) > Number(d2) && reversed(range)
    }),
    ...findMatches(blocks, fullDays, ({ 0: range, 1: y1, 2: m1, 3: d1, 4: y2, 5: m2, 6: d2 }) => {
      // Reversed ranges within one year match `days`.
      const isEarlier = y1 !== y2 && rank(y2, m2, d2) < rank(y1, m1, d1)
      return isEarlier && reversed(range)
    }),
    // Night shifts cross midnight, so only ranges that start and end in the daytime are checked.
    ...findMatches(blocks, hours, ({ 0: range, 1: h1, 2: min1, 3: h2, 4: min2 }) => {
      const [from, to] = [rank(h1, min1), rank(h2, min2)]
      return from > to && from <= 1830 && to >= 1000 && reversed(range)
    }),
    ...findMatches(
      blocks,
      percent,
      ({ 0: range, 1: from, 2: to }) => Number(from) > Number(to) && reversed(range),
    ),
  ],
}

/** Combines years, months and days, or hours and minutes, to one comparable number. */
const rank = (...parts: (string | undefined)[]) =>
  parts.reduce((sum, part) => sum * 100 + Number(part), 0)

const reversed = (range: string) => ({
  message: `起止反了：“${range}”。`,
  hint: '核对两头的数，把起点写在前面。',
})
