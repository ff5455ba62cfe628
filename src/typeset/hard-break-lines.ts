import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

/**
 * Verse, an address: a paragraph that the editor broke into lines. Every line after the first goes
 * into a block of its own, which begins where a paragraph does: so it looks in Word, where each was
 * typed as a paragraph. Runs after the typesetting, which takes each line by itself.
 */
export function setVerse(root: Root): void {
  visit(root, 'element', (paragraph) => {
    if (paragraph.tagName === 'p') paragraph.children = intoLines(paragraph.children)
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
  // A break at the very end, or two in a row, is a line without words: it takes its room all the same.
  return made
}

const verseLine = (): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['verse-line'] },
  children: [],
})
