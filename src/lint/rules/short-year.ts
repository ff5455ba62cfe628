import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports a year shortened to two digits. */
export const shortYear: ArticleRule = {
  id: 'short-year',
  row: 'N10',
  class: 'suggestion',
  severity: 'off',
  about: '年份只写了两位（21年3月、21年底）',
  reason: '年份用四位，不缩写；“工作21年”是时长，不在此列。',
  clause: 'GB/T 15835—2011，5.1.4',
  examples: {
    passes: ['工作21年，2021年3月，21年来'],
    fails: [
      { text: '自21年3月起', at: '1:2' },
      { text: '到21年底完成', at: '1:2' },
      { text: '记得是98年夏天', at: '1:4' },
    ],
  },
  triggers: '年',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<![\d.—～第满近约有了工作])(?:[012]\d|9\d)年(?=\d{1,2}月|底|初(?!心)|末|上半年|下半年|[一二三四]季度|[春夏秋冬][天季])/gu,
      ({ 0: year }) => ({
        message: `年份只写了两位：“${year}”。`,
        hint: `改成“${year.startsWith('9') ? '19' : '20'}${year}”；是时长就不用改。`,
      }),
    ),
}
