import type { ElementContent, Nodes } from 'hast'
import { classesOf } from './classes.js'

/** A string of Typst. Nothing in it is markup. */
export const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\s+/g, ' ')}"`

/** Content that stands in a line, as Typst markup. */
export const inline = (nodes: readonly Nodes[]): string => nodes.map(one).join('')

/** Functions of Typst, and of our prelude, by the element that they stand for. */
const marks: Partial<Record<string, string>> = {
  strong: 'strong',
  em: 'kai',
  u: 'underline',
  del: 'strike',
  sup: 'super',
  sub: 'sub',
}

function one(node: Nodes): string {
  if (node.type === 'text') return node.value === '' ? '' : `#${quoted(node.value)}`
  if (node.type !== 'element') return ''
  const inside = () => inline(node.children)
  const mark = marks[node.tagName]
  if (mark) return `#${mark}[${inside()}]`
  switch (node.tagName) {
    case 'code':
      return `#raw(${quoted(textOf(node.children))})`
    case 'br':
      return '#linebreak()'
    case 'span':
      // Typst numbers the notes itself.
      return classesOf(node).includes('footnote-number') ? '' : inside()
    default:
      return inside()
  }
}

/** The letters alone. */
export const textOf = (nodes: readonly (Nodes | ElementContent)[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return 'children' in node ? textOf(node.children) : ''
    })
    .join('')
