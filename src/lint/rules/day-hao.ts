import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** 号 for a day of the month is colloquial; print uses 日. */
export const dayHao: ArticleRule = {
  id: 'day-hao',
  row: 'N11',
  class: 'suggestion',
  severity: 'off',
  about: '日期写成了“5月29号”',
  reason: '“号”是口语；书面用“日”。引用的原话可以保留。',
  clause: '本刊体例',
  examples: {
    passes: ['5月29日，5号楼', '他说：“我5月29号来的。”'],
    fails: [{ text: '5月29号召开会议。', at: '1:1' }],
  },
  triggers: '号',
  check: ({ blocks }) =>
    findMatches(blocks, /\d{1,2}月\d{1,2}号(?![楼院门文])/g, ({ 0: date, index }, block) => {
      const before = block.text.slice(0, index)
      if (before.split('“').length > before.split('”').length) return undefined
      return { message: `日期用了“号”：“${date}”。`, hint: `改成“${date.replace('号', '日')}”。` }
    }),
}
