import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** No 、 and no ellipsis before 等 (GB/T 15834, B.1.2, 4.11.3). */
export const dengMark: ArticleRule = {
  id: 'deng-mark',
  row: 'W03',
  class: 'report',
  severity: 'warning',
  about: '“等”前用了顿号，或省略号和“等”并用',
  reason: '“等”前不用顿号；省略号和“等”意思一样，只用一个。',
  clause: 'GB/T 15834—2011，附录 B.1.2、4.11.3',
  examples: {
    passes: ['图书、报刊等，等等', '“等……等天亮。”', '他说：“唉……等一等！”', '一等、二等、等外品'],
    fails: [
      { text: '图书、报刊、等。', at: '1:6' },
      { text: '图书、报刊……等。', at: '1:6' },
      { text: '教师、家长、等等。', at: '1:6' },
      { text: '| 工具 |\n| --- |\n| 锯、刨、等 |', at: '3:6' },
      { text: '书法、剪纸…等二百件。', at: '1:6' },
    ],
  },
  triggers: '等',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /、等等?(?=[，。；（）”》]|$|\d|[一二三四五六七八九十多几][余多]?[个项种类家位方名件]|部门|单位|方面|活动|内容|工作|问题|人员|物品|形式|方式|地(?:区|方)?[，。；]|[各多]种|有关|相关|同志)|(?<=、[^。；，！？…]{1,12})…{1,2}等(?=[，。；）\p{sc=Han}])(?![待到候于我你他她会]|[一二三四五](?![百千万十多余件种项名位]))/gmu,
      ({ 0: marks, index }, block) => ({
        message: `“等”前的标点多余：“${contextAround(block, index, index + marks.length)}”。`,
        hint: `“${marks}”改成“${marks.replace(/[^等]/g, '')}”。`,
      }),
    ),
}
