import type { FootnoteDefinition, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Converts `^[注文]` to an ordinary footnote. Its definition is appended to the body, so that the
 * traversal also finds nested notes.
 */
export function inlineNotes(body: Root): void {
  let count = 0
  visit(body, 'inlineNote', ({ children, position }, index, parent) => {
    if (index === undefined || !parent) return
    count += 1
    // A typed note cannot have this identifier.
    const name = { identifier: `^${count}`, label: `^${count}`, ...(position && { position }) }
    const paragraph = { type: 'paragraph' as const, children, ...(position && { position }) }
    const definition: FootnoteDefinition = {
      type: 'footnoteDefinition',
      ...name,
      children: [paragraph],
    }
    parent.children[index] = { type: 'footnoteReference', ...name }
    body.children.push(definition)
  })
}
