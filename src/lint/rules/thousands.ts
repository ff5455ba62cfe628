import { findingAt } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const counted =
  '(?=(?:\\.\\d+)?(?:人|册|元|件|场|次|户|名|个|亩|字|棵|支|位|小时|平方米|吨|千克|公斤))'
const fromFour = new RegExp(`(?<![\\d.,\\-—〔第])\\d{4,9}${counted}`, 'g')
const fromFive = new RegExp(`(?<![\\d.,\\-—〔第])\\d{5,9}${counted}`, 'g')

/** A text uses thousands separators everywhere or nowhere (GB/T 15835, 5.1.1, 4.3). */
export const thousands: ArticleRule = {
  id: 'thousands',
  row: 'N17',
  class: 'suggestion',
  severity: 'off',
  about: '一篇里千分位分节时有时无（1,234 与 12345）',
  reason: '同类数字同一形式：要么都分节，要么都不分。四位数可以不分。',
  clause: 'GB/T 15835—2011，5.1.1、4.3',
  examples: {
    passes: ['共12,345人次、1234册', '共12345人次，编号20210608'],
    fails: [
      { text: '借出12,345册，归还54321册。', at: '1:13' },
      { text: '甲站1,204册，乙站2310册。', at: '1:12' },
      { text: '| 站 | 人次 |\n| --- | --- |\n| 东 | 12,004 |\n| 西 | 13455 |', at: '4:7' },
    ],
  },
  check: ({ blocks }) => {
    if (!blocks.some(({ text }) => /(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])/.test(text))) return []
    // Four-digit numbers may omit the separator, unless the text has four-digit numbers with one.
    const partsFour = blocks.some(({ text }) => /(?<![\d,])\d,\d{3}(?![\d,])/.test(text))
    const inCells = blocks.some(
      (one) => one.kind === 'cell' && /^\d{1,3}(?:,\d{3})+$/.test(one.text),
    )
    return blocks.flatMap((block) =>
      [
        ...block.text.matchAll(partsFour ? fromFour : fromFive),
        // Table cells with only a number, if other cells have separators. More than five digits may
        // be a postcode or a telephone number.
        ...(inCells && block.kind === 'cell' ? block.text.matchAll(/^\d{5}$/g) : []),
      ].map(({ 0: number, index }) =>
        findingAt(block, index, index + number.length, {
          message: `这个数没有分节：“${number}”，同一篇里别的数分了。`,
          hint: `改成“${Number(number).toLocaleString('en-US')}”，或把别的分节逗号都去掉。`,
        }),
      ),
    )
  },
}
