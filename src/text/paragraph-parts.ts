import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'

/** The end of a sentence, including a closing quotation mark or bracket. */
const endsSentence = /[。！？…：；.!?:;][”’）》)]*$/

/**
 * Makes paragraphs from the parts of a paragraph that is split by pictures. A part that continues
 * the sentence of the previous part gets the class `continued` and is not indented.
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
