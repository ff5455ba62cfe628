import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'

/** How a sentence ends, with the quotation mark or bracket after it. */
const endsSentence = /[。！？…：；.!?:;][”’）》)]*$/

/**
 * The parts of a paragraph that a picture cut in two or more, as paragraphs: one with which a sentence
 * goes on is `continued`, and not indented.
 */
export function paragraphParts(
  paragraph: Element,
  parts: readonly (readonly ElementContent[])[],
): Element[] {
  return parts.map((part, index) => {
    const children = [...part]
    const before = parts[index - 1]
    if (!before || endsSentence.test(wordsOf(before))) return { ...paragraph, children }
    const { className } = paragraph.properties
    const names = Array.isArray(className) ? className : []
    const properties = { ...paragraph.properties, className: [...names, 'continued'] }
    return { ...paragraph, properties, children }
  })
}

const wordsOf = (part: readonly ElementContent[]) =>
  part
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? textOf(node) : '',
    )
    .join('')
    .trim()
