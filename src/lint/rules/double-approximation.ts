import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const number =
  '(?:[\\d.,]+(?:[百千万亿]+)?|[一二两三四五六七八九十百千万亿]+)(?:多|余|几)?[\\p{sc=Han}%℃]{0,4}?'
/** Excludes the last character of other words: 节约, 预约, 最近, 接近. */
const about = '(?:大约|大概|将近|(?<![节条公契合预履邀简制特])约|(?<![最附靠接将临])近)'
const pattern = new RegExp(
  `${about}${number}(?:左右|上下|以上|多[人名个次场件元]?)|近[\\d.,]+[百千万亿]*余|(?:超过|突破|不少于)${number}(?:以上|左右|多[人名个次场件元])|[\\d.]+[%℃\\p{sc=Han}]{0,2}～[\\d.]+[\\p{sc=Han}%℃]{0,3}?(?:左右|上下|以上)`,
  'gu',
)

/** Reports two words for “about” on one number. */
export const doubleApproximation: ArticleRule = {
  id: 'double-approximation',
  row: 'N19',
  class: 'suggestion',
  severity: 'off',
  about: '约数重复或矛盾（约300人左右、近200余人）',
  reason: '“约”和“左右”、“近”和“余”说一次就够；“超过”之后不再“以上”。',
  clause: '编辑惯例',
  examples: {
    passes: ['约300人，300人左右，近200人，200余人，超过半数', '节约30%以上'],
    fails: [
      { text: '约300人左右', at: '1:1' },
      { text: '近200余人', at: '1:1' },
      { text: '超过5万元以上', at: '1:1' },
      { text: '大约五十岁上下', at: '1:1' },
    ],
  },
  triggers: '约近概超突不～',
  check: ({ blocks }) =>
    findMatches(blocks, pattern, ({ 0: phrase }) => ({
      message: `约数说了两遍：“${phrase}”。`,
      hint: '前后两个约数词删去一个。',
    })),
}
