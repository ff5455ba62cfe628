import type { RootContent } from 'hast'

/** Elements of ours that stand in a line of text and hold text. */
export const textElements: ReadonlySet<string> = new Set(
  'a code del em kbd mark rt ruby small span strong sub sup u'.split(' '),
)

const objects = new Set(['br', 'img', 'math', 'svg', 'wbr'])

/** Whether a node stands in a line of text: text itself, an element around it, a picture, a break. */
export const isInline = (node: RootContent): boolean =>
  node.type === 'text' ||
  (node.type === 'element' && (textElements.has(node.tagName) || objects.has(node.tagName)))

/** Whether a node is text without anything to see: the blanks between blocks. */
export const isBlank = (node: RootContent): boolean =>
  node.type === 'text' && /^[\s\u3000]*$/.test(node.value)
