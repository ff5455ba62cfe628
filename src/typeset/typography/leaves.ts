import type { ElementContent, Text } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isHan } from '../../text/characters.js'

/** Elements whose text is left exactly as it is. */
export const verbatim: ReadonlySet<string> = new Set(['code', 'kbd', 'math', 'pre', 'ruby', 'svg'])

/** A piece of the text of a line. */
export interface Leaf {
  /** What the rules see. */
  value: string
  /** The text that may be changed; undefined for what only stands beside it. */
  node?: Text
  /** The elements of the line that it stands in. */
  depth: number
}

/** Stands for a mark of a note, which is no digit of the text around it. */
const noteMark = '\u2460'
/** Stands for a character of code, and for a formula. */
const latin = 'a'
/** Stands for a picture. */
const object = '\ufffc'

/**
 * The text of a line, by pieces. Of what is left as it is, Han characters are seen as such and all
 * others as Latin letters, so that `npm` or `--fix` stands among Han as a Latin word does.
 */
export function leavesOf(content: readonly ElementContent[], depth = 0): Leaf[] {
  return content.flatMap((node): Leaf[] => {
    if (node.type === 'text') return [{ value: node.value, node, depth }]
    if (node.type !== 'element' || node.tagName === 'wbr') return []
    if (node.tagName === 'img' || node.tagName === 'svg') return [{ value: object, depth }]
    if (node.tagName === 'math') return [{ value: latin, depth }]
    if (verbatim.has(node.tagName)) return [{ value: seen(textOf(node)), depth }]
    const { className } = node.properties
    if (Array.isArray(className) && className.includes('footnote-mark'))
      return [{ value: noteMark, depth }]
    return leavesOf(node.children, depth + 1)
  })
}

const seen = (text: string): string =>
  Array.from(text, (one) => (isHan(one) ? one : latin.repeat(one.length))).join('')
