import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * Handles paragraphs with hard line breaks, such as verse or an address. Every line after the first
 * becomes a block with a paragraph's indent, as in Word, where each line is a paragraph. Runs after
 * `setType`, which treats each line separately. Changes the tree in place.
 */
export function indentHardBreakLines(root: Root): void {
  visit(root, 'element', (paragraph) => {
    if (paragraph.tagName !== 'p') return undefined
    paragraph.children = intoLines(paragraph.children)
    // Within a paragraph there is none; and its composed lines are most of the tree.
    return SKIP
  })
}

function intoLines(children: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = []
  let line: Element | undefined
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'br') {
      line = verseLine()
      made.push(line)
    } else if (line) line.children.push(child)
    else made.push(child)
  }
  // A break at the end, or a second one in a row, makes an empty line, which keeps its height.
  return made
}

const verseLine = (): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['verse-line'] },
  children: [],
})
