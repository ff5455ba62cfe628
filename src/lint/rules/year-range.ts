import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Ranges of years use the one-character connector — (GB/T 15834, 4.13.3). */
export const yearRange: ArticleRule = {
  id: 'year-range',
  row: 'N14',
  class: 'report',
  severity: 'warning',
  about: '年份起止之间用了 - 或 ~（2021-2025年）',
  reason: '时间、地名的起止用一字线“—”；短横线用在编号和复合词里。',
  clause: 'GB/T 15834—2011，4.13.3',
  examples: {
    passes: ['2021—2025年', 'GB/T 9704-2012', '电话0731-88886666'],
    fails: [
      { text: '2021-2025年规划', at: '1:1' },
      { text: '2021年~2025年', at: '1:1' },
    ],
  },
  triggers: '-－~～〜–—―─',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<![\d-])(?:19|20)\d{2}年?(?:-{1,2}|－|[~～〜]|–|——|―|─)(?:19|20)\d{2}(?=年|学年)/g,
      ({ 0: range }) => ({
        message: `年份的起止用错了连接号：“${range}年”。`,
        hint: `改成“${range.replace(/[-－~～〜–—―─]+/, '—')}年”。`,
      }),
    ),
}
