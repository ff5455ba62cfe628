import type { Element, ElementContent, Text } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { widthInEm } from '../../text/em-width.js'

/** Marks that must not begin a line (GB/T 15834—2011, 5.1), at the start of a text. */
const connector = /^(?:[·～／－~]|—(?!—))/u
/** Maximum width of the marked-up text that is kept on the line of such a mark, in cells. */
const longest = 8

/**
 * Keeps superscripts on the line of the character before them (layout-rules 4.3), and a middle dot
 * or connector on the line of the marked-up text before it (**甲**·乙): both go into one unbreakable
 * span.
 */
export function bindMarks(line: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = []
  for (const node of line) {
    const previous = made.at(-1)
    const mark = node.type === 'text' ? connector.exec(node.value)?.[0] : undefined
    if (mark !== undefined && node.type === 'text' && previous?.type === 'element') {
      if (!isMark(previous) && widthInEm(textOf(previous)) <= longest) {
        made.splice(-1, 1, kept([previous, { type: 'text', value: mark }]))
        made.push({ ...node, value: node.value.slice(mark.length) })
        continue
      }
    }
    if (!isMark(node) || previous?.type !== 'text' || previous.value.trim() === '') {
      made.push(node)
      continue
    }
    const marked = [...previous.value].at(-1) ?? ''
    made.pop()
    const before: Text = { ...previous, value: previous.value.slice(0, -marked.length) }
    if (before.value !== '') made.push(before)
    made.push(kept([{ type: 'text', value: marked }, node]))
  }
  return made
}

const kept = (children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['keep'] },
  children,
})

const isMark = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'sup'
