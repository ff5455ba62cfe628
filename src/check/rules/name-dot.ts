import { matches, near } from '../found.js'
import type { ArticleRule } from '../rule.js'

/** A full stop or a baseline dot in a foreign or minority name. */
export const nameDot: ArticleRule = {
  id: 'name-dot',
  row: 'C12',
  class: 'B',
  severity: 'warning',
  about: '外国人名、少数民族人名里的间隔号写成了圆点',
  reason: '姓名各部分之间用间隔号“·”，居中；圆点在下方，会看成句号或小数点。',
  clause: 'GB/T 15834—2011，4.14.3.1',
  examples: {
    passes: ['卡尔·林德来访，一. 总则'],
    fails: [{ text: '作家卡尔.林德来访。', at: '1:5' }],
  },
  when: '.．',
  check: ({ blocks }) =>
    matches(
      blocks,
      /(?<=\p{sc=Han}{2})[.．](?=\p{sc=Han}{1,5}(?:[，。、；：）”]|来|说|在|的|是|和|与|先|女|同))/gu,
      ({ 0: dot, index }, block) => ({
        message: `姓名里用了圆点：“${near(block, index, index + 1)}”。`,
        fix: `“${dot}”改成“·”；不是姓名，就改成“。”。`,
      }),
    ),
}
