import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const days =
  '(?:[一二三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十一?|[一二][一二三四五六七八九])'
const pattern = new RegExp(
  `“([二三四五六七八九]|十)·(${days})”|“(一二九|一二八|一一七)”|(?<!“)(一二九|一二八)(?=运动|抗战|事变)`,
  'gu',
)

/** In Han numerals only January, November and December take the middle dot (GB/T 15835, 5.2.3). */
export const hanDateDot: ArticleRule = {
  id: 'han-date-dot',
  row: 'N13',
  class: 'suggestion',
  severity: 'off',
  about: '汉字月日简称的间隔号多了或少了（“五·四”、一二九）',
  reason:
    '用汉字写月日简称，只有一、十一、十二月才用间隔号，免得看错：“一二·九”；别的月份不用：五四、九一八。',
  clause: 'GB/T 15835—2011，5.2.3',
  examples: {
    passes: ['“一二·九”运动，“一·二八”抗战，五四运动，九一八事变，“十一·五”'],
    fails: [
      { text: '纪念“五·四”运动', at: '1:3' },
      { text: '一二九运动', at: '1:1' },
    ],
  },
  triggers: '·一',
  check: ({ blocks }) =>
    findMatches(blocks, pattern, ({ 0: found, 1: month, 2: day, 3: quoted, 4: bare }) => {
      const name = quoted ?? bare
      const mended = name
        ? `“${name === '一二八' ? '一·二八' : `${name.slice(0, 2)}·${name.slice(2)}`}”`
        : `${month}${day}`
      return {
        message: `月日简称的间隔号不对：“${found.replace(/[“”]/g, '')}”。`,
        hint: `改成 ${mended}。`,
      }
    }),
}
