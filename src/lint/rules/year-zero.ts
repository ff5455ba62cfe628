import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** The zero of a year in Han numerals is 〇 (U+3007; GB/T 15835, 5.2.5). */
export const yearZero: ArticleRule = {
  id: 'year-zero',
  row: 'N03',
  class: 'fixable',
  severity: 'warning',
  about: '汉字年份里的〇写成了 0、O、○ 或零（二0二二年）',
  reason: '用汉字逐位写的年份用“〇”；“零”用在计量的数里，0、O、○ 是另外的字符。',
  clause: 'GB/T 15835—2011，5.2.5',
  examples: {
    passes: ['二〇二二年五月', '一百零五人', '二十年'],
    fails: [
      { text: '二0二二年五月', at: '1:1', fixed: '二〇二二年五月' },
      { text: '二零二一年', at: '1:1', fixed: '二〇二一年' },
      { text: '二○二二年', at: '1:1', fixed: '二〇二二年' },
    ],
  },
  triggers: '0０OoＯ○◯零',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<![一二三四五六七八九〇零○\d])(?=[一二三四五六七八九〇]*[0０OoＯ○◯零])(?=[\s\S]?[\s\S]?[一二三四五六七八九])[一二][一二三四五六七八九〇零0０OoＯ○◯]{3}(?=年)/gu,
      ({ 0: year }) => {
        const mended = year.replace(/[0０OoＯ○◯零]/gu, '〇')
        return {
          message: `年份里的零写成了别的字：“${year}年”。`,
          hint: `改成“${mended}年”。`,
          instead: mended,
        }
      },
    ),
}
