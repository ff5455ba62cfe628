import { pairFindings } from '../pair-findings.js'
import { nameOfMark } from '../paired-marks.js'
import type { ArticleRule } from '../rule.js'

/** Reports a bracket or quotation mark without its counterpart (GB/T 15834, 4.8–4.9, 4.15). */
export const unpaired: ArticleRule = {
  id: 'unpaired',
  row: 'P01',
  class: 'report',
  severity: 'warning',
  inReferences: true,
  about: '括号、引号、书名号只有一半',
  reason: '成对的标点要有头有尾。引文分几段时，每段开头用前引号，只有最后一段用后引号。',
  clause: 'GB/T 15834—2011，4.8—4.9、4.15；4.8.3.5',
  examples: {
    passes: [
      '他说：“走。”（掌声）《春联》〔2021〕5号',
      '“第一段。\n\n“第二段。”',
      '他说：“第一段。\n\n“第二段。”',
      '1）第一项；2）第二项。',
      'It’s “fine”.',
    ],
    fails: [
      { text: '参加会议的有30人（含列席。', at: '1:10' },
      { text: '学习《办法的通知》》精神', at: '1:10' },
      { text: '他说：“走。', at: '1:4' },
    ],
  },
  check: ({ blocks }) =>
    pairFindings(blocks, 'unpaired', ({ mark }, around) => ({
      message: `${nameOfMark(mark)}没有另一半：“${around}”。`,
      hint: `补上另一半，或删去这个${nameOfMark(mark)}。`,
    })),
}
