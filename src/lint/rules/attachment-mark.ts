import { attachmentLines } from '../attachments.js'
import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** The name of an attachment takes no punctuation mark (GB/T 9704, 7.3.4). */
export const attachmentMark: ArticleRule = {
  id: 'attachment-mark',
  row: 'A01',
  class: 'report',
  severity: 'warning',
  about: '附件说明的附件名称后有标点',
  reason: '“附件：1.××办法”，附件名称后不加标点。',
  clause: 'GB/T 9704—2012，7.3.4',
  examples: {
    passes: ['附件：1.时长记录办法', '附件：时长记录办法\n\n见附件。'],
    fails: [
      { text: '附件：1.时长记录办法。', at: '1:12' },
      { text: '附件：《报名表》；', at: '1:9' },
      { text: '附件：\n\n1.报名表\n\n2.名单；', at: '5:5' },
    ],
  },
  check: ({ blocks }) =>
    findMatches(
      attachmentLines(blocks).filter(({ text }) => text.length < 80),
      /[。；，、](?=\s*$)/gm,
      ({ 0: mark }, block) => ({
        message: `附件名称后有标点：“${contextAround(block, block.text.length - 1, block.text.length, 11)}”。`,
        hint: `删去“${mark}”。`,
      }),
    ),
}
