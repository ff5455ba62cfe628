import type { Element, ElementContent, Text } from 'hast'

/** Superscripts keep to the character that they mark (docs/design/layout-rules.md, 4.3): both go into one unbroken span. */
export function bindMarks(line: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = []
  for (const node of line) {
    const previous = made.at(-1)
    if (!isMark(node) || previous?.type !== 'text' || previous.value.trim() === '') {
      made.push(node)
      continue
    }
    const marked = [...previous.value].at(-1) ?? ''
    made.pop()
    const before: Text = { ...previous, value: previous.value.slice(0, -marked.length) }
    if (before.value !== '') made.push(before)
    made.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['keep'] },
      children: [{ type: 'text', value: marked }, node],
    })
  }
  return made
}

const isMark = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'sup'
