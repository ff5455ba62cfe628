import type { FootnoteDefinition, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Makes `^[注文]` a footnote like any other, with its text at the end of the body, where the walk meets notes within it. */
export function inlineNotes(body: Root): void {
  let count = 0
  visit(body, 'inlineNote', ({ children, position }, index, parent) => {
    if (index === undefined || !parent) return
    count += 1
    // No note that is typed can be called so.
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
