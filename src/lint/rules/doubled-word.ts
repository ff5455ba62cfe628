import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Verbs that are not reduplicated to mean “a little”, unlike 商量 and 研究. */
const verbs =
  '召开|举行|举办|开展|指出|出席|获得|取得|成立|实现|提出|认为|位于|来自|属于|宣布|担任|颁发|做好|荣获|印发|下发|颁布'

const words =
  '以及|对于|关于|通过|进行|为了|根据|由于|我们|他们|同时|以来|按照|鉴于|并且|而且|因此|它们|她们'

/** A word twice in a row. The lookarounds exclude words of which the second copy is a part. */
const pattern = new RegExp(
  [
    '(?<![目标的有])的的(?![的确士])|(?<!参)与与|及及(?!时|格|早)|(?<!而)且且|们们|(?<![自理缘情来])由由',
    `(${words})\\1`,
    `(${verbs})\\2(?![者方地人]|大会|仪式)`,
    '(?<![得该要想来去])(?:表示){2}(?!心意|诚意|意思|一下|[吧了。！”])',
  ].join('|'),
  'g',
)

/**
 * Reports words typed twice. Row W01 of the table is a class of suggestions; this rule covers only
 * the words for which repetition is never correct (not 了了, 是是, 在在, 和和), so it is safe to report by
 * default.
 */
export const doubledWord: ArticleRule = {
  id: 'doubled-word',
  row: 'W01',
  class: 'report',
  severity: 'warning',
  inReferences: true,
  about: '字词重复（的的、与与、对于对于、召开召开）',
  reason: '改稿时删了前文、没删干净，常留下两个“的”。“目的的”“的的确确”“了了”之类的词不报。',
  clause: '校对惯例',
  examples: {
    passes: [
      '活动目的的实现',
      '的的确确不错',
      '有的的士司机',
      '不了了之',
      '是是非非',
      '和和美美',
      '一一作答',
      '商量商量，研究研究',
      '总得表示表示，表示表示心意',
      '成立成立大会筹备组',
      '理由由你来定，自由由此而来',
    ],
    fails: [
      { text: '广大群众的的支持', at: '1:5' },
      { text: '协会与与各区', at: '1:3' },
      { text: '对于对于这件事', at: '1:1' },
      { text: '会议召开召开一个月以来', at: '1:3' },
      { text: '与会人员表示表示赞同', at: '1:5' },
      { text: '志愿者们们都到了', at: '1:4' },
      { text: '值班由由站长安排', at: '1:3' },
      { text: '关于做好做好防火工作的通知', at: '1:3' },
    ],
  },
  check: ({ blocks }) =>
    findMatches(blocks, pattern, ({ 0: twice, index }, block) => ({
      message: `字词重复了：“${contextAround(block, index, index + twice.length)}”。`,
      hint: `“${twice}”改成“${twice.slice(0, twice.length / 2)}”。`,
    })),
}
