import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/**
 * Reports dots of other scripts between the parts of a name; the middle dot is · (GB/T 15834,
 * 4.14).
 */
export const middleDot: ArticleRule = {
  id: 'middle-dot',
  row: 'C12',
  class: 'fixable',
  severity: 'warning',
  about: '间隔号写成了 ・、‧ 或 •',
  reason: '姓名、书名之间的间隔号是“·”（U+00B7）；日文的“・”占一个字宽，• 是项目符号。',
  clause: 'GB/T 15834—2011，4.14',
  examples: {
    passes: ['阿依古丽·买买提', '• 第一项'],
    fails: [
      { text: '阿依古丽・买买提和卡尔•林德', at: '1:5', fixed: '阿依古丽·买买提和卡尔·林德' },
    ],
  },
  triggers: '・‧•∙⋅･',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<=[\p{sc=Han}])[・‧•∙⋅･](?=[\p{sc=Han}])/gu,
      ({ 0: dot, index }, block) => ({
        message: `间隔号写得不对：“${contextAround(block, index, index + 1)}”。`,
        hint: `“${dot}”改成“·”。`,
        instead: '·',
      }),
    ),
}
