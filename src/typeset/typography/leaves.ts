import type { ElementContent, Text } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isHan } from '../../text/characters.js'

/** Elements whose text is never changed. */
export const verbatim: ReadonlySet<string> = new Set(['code', 'kbd', 'math', 'pre', 'ruby', 'svg'])

/** A piece of the text of a line. */
export interface Leaf {
  /** The text that the rules read. */
  value: string
  /** The node whose text may be changed; undefined for text that only serves as context. */
  node?: Text
  /** Number of elements of the line that contain it. */
  depth: number
}

/** Represents a footnote mark, so that it is not read as a digit of the text. */
const noteMark = '\u2460'
/** Represents a character of code, or a formula. */
const latinPlaceholder = 'a'
/** Represents a picture. */
const pictureMark = '\ufffc'

/**
 * The pieces of text of a line. In text that must not change (code), Han characters are kept and
 * all others are represented by Latin letters, so that `npm` or `--fix` gets the spacing of a Latin
 * word.
 */
export function leavesOf(content: readonly ElementContent[], depth = 0): Leaf[] {
  return content.flatMap((node): Leaf[] => {
    if (node.type === 'text') return [{ value: node.value, node, depth }]
    if (node.type !== 'element' || node.tagName === 'wbr') return []
    if (node.tagName === 'img' || node.tagName === 'svg') return [{ value: pictureMark, depth }]
    if (node.tagName === 'math') return [{ value: latinPlaceholder, depth }]
    if (verbatim.has(node.tagName)) return [{ value: asContext(textOf(node)), depth }]
    const { className } = node.properties
    if (Array.isArray(className) && className.includes('footnote-mark'))
      return [{ value: noteMark, depth }]
    return leavesOf(node.children, depth + 1)
  })
}

const asContext = (text: string): string =>
  Array.from(text, (one) => (isHan(one) ? one : latinPlaceholder.repeat(one.length))).join('')
