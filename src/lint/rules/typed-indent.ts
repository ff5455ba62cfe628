import { excerpt } from '../../text/excerpt.js'
import { attachmentLines } from '../attachments.js'
import type { ArticleRule, Finding } from '../rule.js'
import { pointAt } from '../source-text.js'

/**
 * The indent of two characters at the start of a paragraph comes from the style, not from typed
 * spaces.
 */
export const typedIndent: ArticleRule = {
  id: 'typed-indent',
  row: 'C07',
  class: 'fixable',
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
        fixed: '会议结束了。\n\n第二天，大家各自回去。',
      },
      { text: '> 甲\r\n> 　　乙', at: '2:3', fixed: '> 甲\r\n> \r\n> 乙' },
    ],
  },
  check: ({ blocks }) => {
    const attachments = new Set(attachmentLines(blocks))
    return blocks.flatMap((block): Finding[] => {
      // Spaces align the names in an attachment list.
      if (block.kind !== 'paragraph' || block.inside === 'table' || attachments.has(block))
        return []
      const start = block.offsets[0] ?? 0
      const { text } = block.source
      const lead = /^[\u3000\u2003\u2002]+[ \t]*/.exec(text.slice(start, start + 20))?.[0]
      if (!lead || lead.length > 4) return []
      return [
        {
          at: pointAt(block.source, start),
          end: pointAt(block.source, start + lead.length),
          message: `段首手敲了空格：“${excerpt(block.text, 8)}”前面有 ${lead.length} 个。`,
          hint: '删去段首的空格，缩进由排版来加；上面没有空行的，加一个空行。',
          fix: { from: start, to: start + lead.length, text: blankLine(text, start) },
        },
      ]
    })
  },
}

/**
 * Returns the blank line that must replace the indent if only the indent separated the paragraph
 * from the text above: a line end, and the markers of the quotation or list that contains the
 * paragraph.
 */
function blankLine(text: string, start: number): string {
  const lineBefore = (end: number) =>
    /[^\r\n]*$/.exec(text.slice(Math.max(0, end - 500), end))?.[0] ?? ''
  const marks = lineBefore(start)
  const line = start - marks.length
  const lineEnd = text.slice(line - 2, line) === '\r\n' ? '\r\n' : text.slice(line - 1, line)
  const above = line === 0 ? '' : lineBefore(line - lineEnd.length)
  return /[^\s>]/.test(marks) || !/[^\s\u3000>]/u.test(above) ? '' : lineEnd + marks
}
