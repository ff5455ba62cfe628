import { pairFindings } from '../pair-findings.js'
import { nameOfMark } from '../paired-marks.js'
import type { ArticleRule } from '../rule.js'

/** Reports a closing mark in place of an opening one and vice versa (GB/T 15834, 4.8.2, 4.9.2). */
export const wrongDirection: ArticleRule = {
  id: 'wrong-direction',
  row: 'P02',
  class: 'report',
  severity: 'warning',
  about: '引号、括号前后反了（”…“）',
  reason: '前面用开的一半，后面用关的一半；反了多半是输入法切换时打错的。',
  clause: 'GB/T 15834—2011，4.8.2、4.9.2',
  examples: {
    passes: ['开展“点单”服务，推行“菜单”管理。'],
    fails: [
      { text: '开展”点单“服务。', at: '1:3' },
      { text: '学习》办法《精神。', at: '1:3' },
    ],
  },
  check: ({ blocks }) =>
    pairFindings(blocks, 'wrong-direction', ({ mark }, around) => ({
      message: `${nameOfMark(mark)}放在了前面：“${around}”。`,
      hint: '前后两个对调。',
    })),
}
