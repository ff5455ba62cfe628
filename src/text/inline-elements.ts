import type { RootContent } from 'hast'

/** Inline elements in our HTML that contain text. */
export const textElements: ReadonlySet<string> = new Set(
  'a code del em kbd mark rt ruby small span strong sub sup u'.split(' '),
)

const objects = new Set(['br', 'img', 'math', 'svg', 'wbr'])

/** Whether a node is inline: text, an element of `textElements`, a picture, a line break. */
export const isInline = (node: RootContent): boolean =>
  node.type === 'text' ||
  (node.type === 'element' && (textElements.has(node.tagName) || objects.has(node.tagName)))

/** Whether a node is a text node with only whitespace, such as between blocks. */
export const isBlank = (node: RootContent): boolean =>
  node.type === 'text' && /^[\s\u3000]*$/.test(node.value)
