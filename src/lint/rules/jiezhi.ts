import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** 截止 means “to end” and takes no object; before a time it must be 截至 (“up to”). */
export const jiezhi: ArticleRule = {
  id: 'jiezhi',
  row: 'W05',
  class: 'suggestion',
  severity: 'off',
  about: '“截止”后面跟了时间（截止5月29日、截止目前）',
  reason: '“截止”是停止，不带宾语：报名已于5月29日截止；“截至”是到某时为止：截至5月29日。',
  clause: '《现代汉语词典》',
  examples: {
    passes: ['截至5月29日，截止日期为5月29日，报名于5月29日截止，截止时间5月29日'],
    fails: [
      { text: '截止5月29日，共有30人报名。', at: '1:1' },
      { text: '截止目前', at: '1:1' },
    ],
  },
  triggers: '截',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<![未已将日月午时点天])截止(?:到|于)?(?=目前|日前|当前|今年|去年|本月|上月|上年|本周|昨日|昨天|今天|发稿|记者|\d{1,4}[年月日时]|[一二三四五六七八九十]{1,2}月|[上下]半年)/gu,
      ({ 0: word, index }, block) => ({
        message: `“截止”后面跟了时间：“${contextAround(block, index, index + word.length, 6)}”。`,
        hint: `“${word}”改成“截至”。`,
      }),
    ),
}
