import type { Element, ElementContent, Root } from 'hast'
import { lineSeparator } from '../../text/characters.js'

/** Makes line breaks of the separators in an author's HTML, whose text the Markdown parser leaves alone. */
export function separateLines(tree: Root | Element): void {
  const made: ElementContent[] = []
  for (const child of tree.children as ElementContent[]) {
    if (child.type === 'element') separateLines(child)
    if (child.type !== 'text') made.push(child)
    else {
      const lines = child.value.split(lineSeparator)
      for (const [index, value] of lines.entries()) {
        if (index > 0) made.push({ type: 'element', tagName: 'br', properties: {}, children: [] })
        if (value !== '') made.push({ ...child, value })
      }
    }
  }
  tree.children = made
}
