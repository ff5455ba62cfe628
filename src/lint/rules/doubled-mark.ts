import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports a mark typed twice, or two marks where one is superfluous. */
export const doubledMark: ArticleRule = {
  id: 'doubled-mark',
  row: 'C13',
  class: 'report',
  severity: 'warning',
  about: '标点重复或打架（，， 。， 、。 ：；）',
  reason: '一处停顿用一个标点。叹号、问号可以连用，但最多三个。',
  clause: 'GB/T 15834—2011，4.2.3.4、4.3.3.4',
  examples: {
    passes: ['太好了！！！', '真的？！', '他说：“走。”', '等等……，不一而足。'],
    fails: [
      { text: '会议强调，，要抓好落实。', at: '1:5' },
      { text: '会议强调，。要抓好落实。', at: '1:5' },
      { text: '太好了！！！！', at: '1:4' },
    ],
  },
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /[，、；：。]{2,}|[，、；：][！？]|[！？][，、；：。]|[！？]{4,}/gu,
      ({ 0: marks, index }, block) => {
        if (/^。{3,}$/.test(marks)) return undefined
        const best =
          /[！？]/.exec(marks)?.[0].repeat(1) ??
          [...marks].find((one) => one === '。') ??
          marks.charAt(0)
        return {
          message: `标点重复了：“${contextAround(block, index, index + marks.length)}”。`,
          hint: `“${marks}”只留一个，如“${best}”。`,
        }
      },
    ),
}
