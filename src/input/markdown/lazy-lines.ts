import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import type { Problem } from './context.js'

/**
 * Reports lines that Markdown includes in the quotation or list item above, although they have no
 * `>` and no indent (CommonMark: lazy continuation lines).
 */
export function lazyLines(body: Root, source: string): { at: Point; problem: Problem }[] {
  const found = new Map<number, Problem>()
  const lines = source.split(/\r\n|\r|\n/)
  visit(body, 'paragraph', (paragraph, _, parent) => {
    if (parent?.type !== 'listItem') return
    for (const { line, text } of linesAfterFirst(paragraph.position, lines))
      if (/^[^\s>]/.test(text)) found.set(line, inList(text))
  })
  visit(body, 'blockquote', ({ position }) => {
    for (const { line, text } of linesAfterFirst(position, lines))
      if (!/^[\s\u3000]*>/u.test(text) && text.trim() !== '') found.set(line, inQuote(text))
  })
  return [...found].map(([line, problem]) => ({ at: { line, column: 1 }, problem }))
}

function linesAfterFirst(
  position: { start: Point; end: Point } | undefined,
  lines: readonly string[],
): { line: number; text: string }[] {
  if (!position) return []
  const { start, end } = position
  return lines
    .slice(start.line, end.line)
    .map((text, index) => ({ line: start.line + 1 + index, text }))
}

const inQuote = (text: string): Problem => ({
  rule: 'quote-goes-on',
  message: `“${excerpt(text)}”紧接在引文下面，行首没有 >，和引文排在了一起。`,
  hint: '是正文就在它上面加一个空行；是引文就在行首写 > 。',
})

const inList = (text: string): Problem => ({
  rule: 'list-goes-on',
  message: `“${excerpt(text)}”紧接在列表下面，和列表的最后一项排在了一起。`,
  hint: '是正文就在它上面加一个空行；是这一项的内容就在行首空两三格，和这一项的文字对齐。',
})
