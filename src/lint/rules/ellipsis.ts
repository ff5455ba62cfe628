import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** The ellipsis is six dots in two characters (GB/T 15834, 4.11.2). */
export const ellipsis: ArticleRule = {
  id: 'ellipsis',
  row: 'C10',
  class: 'fixable',
  severity: 'warning',
  about: '省略号写成了 ...、。。。 或单个 …',
  reason: '省略号是六个点，占两个字：……。',
  clause: 'GB/T 15834—2011，4.11.2',
  examples: {
    passes: ['他想了想……还是去了。', '…………', 'Wait... what?', '“…”表示不足最小单位。'],
    fails: [
      { text: '他想了想...还是去了。', at: '1:5', fixed: '他想了想……还是去了。' },
      { text: '后来呢。。。', at: '1:4', fixed: '后来呢……' },
      { text: '读书、看报…都行。', at: '1:6', fixed: '读书、看报……都行。' },
    ],
  },
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<=[\p{sc=Han}”’》），、！？])(?:\.{3,}|…(?!…)|…{3}(?!…)|⋯(?!⋯))|(?<![.。…⋯])(?:\.{3,}|…(?!…)|⋯(?!⋯))(?=[\p{sc=Han}”“])|。{2,}(?=。)。/gu,
      ({ 0: dots, index }, block) =>
        isQuotedSign(block.text.slice(index - 1, index + dots.length + 1))
          ? undefined
          : {
              message: `省略号写得不对：“${contextAround(block, index, index + dots.length)}”。`,
              hint: `“${dots}”改成“……”。`,
              instead: '……',
            },
    ),
}

/** Whether the sign is quoted as a sign: “…”表示数据不足最小单位. */
const isQuotedSign = (quoted: string): boolean => /^[“"‘「].*[”"’」]$/u.test(quoted)
