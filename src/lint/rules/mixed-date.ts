import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** A date uses one kind of numerals (GB/T 15835, 4.3). */
export const mixedDate: ArticleRule = {
  id: 'mixed-date',
  row: 'N09',
  class: 'report',
  severity: 'warning',
  about: '一个日期里混用汉字和阿拉伯数字（2021年三月）',
  reason: '同一个日期用一种数字：2021年3月8日，或二〇二一年三月八日。农历、节日名除外。',
  clause: 'GB/T 15835—2011，4.3',
  examples: {
    passes: ['2021年农历三月，2021年三月三歌节，二〇二一年三月八日', '2021年一季度'],
    fails: [
      { text: '2021年三月，会议召开。', at: '1:1' },
      { text: '二〇二一年3月8日', at: '1:1' },
      { text: '5月二十九日', at: '1:1' },
      { text: '2020年10月十五日', at: '1:1' },
    ],
  },
  triggers: '月',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /\d{4}年[一二三四五六七八九十]{1,3}月(?!三|初|廿|十五)(?:[一二三四五六七八九十]{1,3}日)?|[一二][一二三四五六七八九〇]{3}年\d{1,2}月(?:\d{1,2}日)?|(?<![\d年])(?:\d{4}年)?\d{1,2}月[一二三四五六七八九十]{1,3}日|(?<!农历|阴历|[一二三四五六七八九十])[一二三四五六七八九十]{1,2}月\d{1,2}日/gu,
      ({ 0: date }) => ({
        message: `一个日期里混用了两种数字：“${date}”。`,
        hint: '全用阿拉伯数字，或全用汉字。',
      }),
    ),
}
