import { attachmentLines } from '../attachments.js'
import type { Block } from '../prose.js'
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
    passes: ['第一段。\n\n第二段。', '　　　　　　某某市文化馆', '附件：1.报名表\n\n　　　2.名单'],
    fails: [
      { text: '　　会议指出，要抓好落实。', at: '1:1', fixed: '会议指出，要抓好落实。' },
      {
        text: '会议结束了。\n　　第二天，大家各自回去。',
        at: '2:1',
        fixed: '会议结束了。\n　　第二天，大家各自回去。',
      },
    ],
  },
  check: ({ blocks }) => {
    const attachments = new Set(attachmentLines(blocks))
    return blocks.flatMap((block): Finding[] => {
      // Blanks put the names of a list of attachments under each other.
      if (block.kind !== 'paragraph' || block.inside === 'table' || attachments.has(block))
        return []
      const start = block.offsets[0] ?? 0
      const { text } = block.source
      const lead = /^[\u3000\u2003\u2002]+[ \t]*/.exec(text.slice(start, start + 20))?.[0]
      if (!lead || lead.length > 4) return inLaterLines(block)
      return [
        ...inLaterLines(block),
        {
          at: pointAt(block.source, start),
          end: pointAt(block.source, start + lead.length),
          message: `段首手敲了空格：“${block.text.trim().slice(0, 8)}”前面有 ${lead.length} 个。`,
          fix: '删去段首的空格，缩进由排版来加。',
          edit: { from: start, to: start + lead.length, text: '' },
        },
      ]
    })
  },
}

/** Lines of a paragraph that begin as a new one would: without an empty line above they run on. */
function inLaterLines({ text, offsets, source }: Block): Finding[] {
  if (!text.includes('\u3000\u3000')) return []
  return [...text.matchAll(/\u3000{2,4}(?=\S)/g)].flatMap(({ 0: lead, index }) => {
    const start = offsets[index] ?? 0
    if (index === 0 || !/[\r\n]/.test(source.text.charAt(start - 1))) return []
    return [
      {
        at: pointAt(source, start),
        end: pointAt(source, start + lead.length),
        message: `这一行手敲了缩进，上面没有空行，会接在前一段后面：“${text.slice(index, index + 10).trim()}”。`,
        fix: '另起一段就在上面空一行；行首的空格删去。',
      },
    ]
  })
}
