import type { Element, ElementContent, Root } from 'hast'
import { lineSeparator } from '../../text/characters.js'

/**
 * Converts line separators in an author's HTML to line breaks; the Markdown parser does not process
 * the text of HTML.
 */
export function separateLines(tree: Root | Element): void {
  const result: ElementContent[] = []
  for (const child of tree.children as ElementContent[]) {
    if (child.type === 'element') separateLines(child)
    if (child.type !== 'text') result.push(child)
    else {
      const lines = child.value.split(lineSeparator)
      for (const [index, value] of lines.entries()) {
        if (index > 0) result.push({ type: 'element', tagName: 'br', properties: {}, children: [] })
        if (value !== '') result.push({ ...child, value })
      }
    }
  }
  tree.children = result
}
