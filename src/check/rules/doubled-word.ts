import { matches, near } from '../found.js'
import type { ArticleRule } from '../rule.js'

/** Function words typed twice. */
export const doubledWord: ArticleRule = {
  id: 'doubled-word',
  row: 'W01',
  class: 'B',
  severity: 'warning',
  about: '虚词重复（的的、与与、对于对于）',
  reason: '改稿时删了前文、没删干净，常留下两个“的”。“目的的”“的的确确”“了了”之类的词不报。',
  clause: '校对惯例；layout-rules 4.9 W01',
  examples: {
    passes: [
      '活动目的的实现',
      '的的确确不错',
      '有的的士司机',
      '不了了之',
      '是是非非',
      '和和美美',
      '一一作答',
    ],
    fails: [
      { text: '广大群众的的支持', at: '1:5' },
      { text: '协会与与各区', at: '1:3' },
      { text: '对于对于这件事', at: '1:1' },
    ],
  },
  check: ({ blocks }) =>
    matches(
      blocks,
      /(?<![目标的有])的的(?![的确士])|(?<!参)与与|及及(?!时|格|早)|(?<!而)且且|(?:以及){2}|(?:对于){2}|(?:关于){2}|(?:通过){2}|(?:进行){2}|(?:为了){2}|(?:根据){2}|(?:由于){2}|(?:我们){2}|(?:他们){2}|(?:同时){2}|(?:以来){2}/g,
      ({ 0: twice, index }, block) => ({
        message: `字词重复了：“${near(block, index, index + twice.length)}”。`,
        fix: `“${twice}”改成“${twice.slice(0, twice.length / 2)}”。`,
      }),
    ),
}
