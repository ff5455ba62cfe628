import type { ArticleRule, Finding } from '../rule.js'
import { pointAt } from '../source-text.js'

/** The two blanks at the head of a paragraph come from the style. */
export const typedIndent: ArticleRule = {
  id: 'typed-indent',
  row: 'C07',
  class: 'A',
  severity: 'warning',
  about: '段首手敲了空格缩进',
  reason: '段首空两字由排版加；手敲的会变成空四字。用空格摆位置的行（五个全角空格以上）不动。',
  clause: 'GB/T 9704—2012，7.3.3；CLREQ 3.4.1',
  examples: {
    passes: ['第一段。\n\n第二段。', '　　　　　　某某市文化馆'],
    fails: [{ text: '　　会议指出，要抓好落实。', at: '1:1', fixed: '会议指出，要抓好落实。' }],
  },
  check: ({ blocks }) =>
    blocks.flatMap((block): Finding[] => {
      if (block.kind !== 'paragraph' || block.inside === 'table') return []
      const start = block.offsets[0] ?? 0
      const { text } = block.source
      const lead = /^[\u3000\u2003\u2002]+[ \t]*/.exec(text.slice(start, start + 20))?.[0]
      if (!lead || lead.length > 4) return []
      return [
        {
          at: pointAt(block.source, start),
          end: pointAt(block.source, start + lead.length),
          message: `段首手敲了空格：“${block.text.trim().slice(0, 8)}”前面有 ${lead.length} 个。`,
          fix: '删去段首的空格，缩进由排版来加。',
          edit: { from: start, to: start + lead.length, text: '' },
        },
      ]
    }),
}
