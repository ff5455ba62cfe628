import type { Element, Nodes, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { PagePicture } from '../finished-page.js'
import { classesOf } from './classes.js'
import { inline, quoted, textOf } from './inline.js'
import { tableSource } from './table.js'

/** Takes the next picture of the issue: pictures come in reading order. */
export type NextPicture = () => PagePicture

/** The content of an article as Typst, a blank line between blocks. */
export const blocks = (nodes: Root['children'], next: NextPicture): string =>
  nodes
    .map((node) => block(node, next))
    .filter((text) => text !== '')
    .join('\n\n')

function block(node: Nodes, next: NextPicture): string {
  // Between blocks there are only line ends.
  if (node.type === 'text') return node.value.trim() === '' ? '' : inline([node])
  if (node.type !== 'element') return ''
  const inside = () => blocks(node.children, next)
  const classes = classesOf(node)
  const heading = classes.find((name) => name.startsWith('heading-'))
  if (heading) return `#${heading}[${inline(node.children)}]`
  if (classes.includes('page-break')) return '#pagebreak(weak: true)'
  if (classes.includes('space')) return '#space'
  switch (node.tagName) {
    case 'p':
      return inline(node.children)
    case 'ol':
      return `#enum(${items(node, next)})`
    case 'ul':
      return `#list(${items(node, next)})`
    case 'figure':
      return `#figure-row(${pictures(node, next).join(', ')})`
    case 'table':
      return tableSource(node)
    case 'pre':
      return `#raw(${JSON.stringify(textOf(node.children))}, block: true)`
    case 'aside':
      return `#note[${inside()}]`
    case 'blockquote':
      return `#quotation[${inside()}]`
    case 'section':
      return `#footnotes(${items(node.children.find(isElement) ?? node, next)})`
    case 'div':
      return inside()
    default:
      return inline([node])
  }
}

const isElement = (node: Nodes): node is Element => node.type === 'element'

/** Each entry of a list; what stands loose in it are its own words. */
const items = (list: Element, next: NextPicture): string =>
  list.children
    .filter(isElement)
    .map(({ children }) => `[${entry(children, next)}]`)
    .join(', ')

function entry(children: Element['children'], next: NextPicture): string {
  const isBlock = (node: Nodes) => isElement(node) && ['p', 'ol', 'ul'].includes(node.tagName)
  const words = children.filter((node) => !isBlock(node) && textOf([node]).trim() !== '')
  return [inline(words), blocks(children.filter(isBlock), next)].filter(Boolean).join('\n\n')
}

function pictures(figure: Element, next: NextPicture): string[] {
  return figure.children.filter(isElement).map((frame) => {
    const parts = frame.children.filter(isElement)
    const caption = parts.find(({ tagName }) => tagName === 'figcaption')
    const svg = parts.find(({ tagName }) => tagName === 'svg')
    return `picture(${svg ? drawn(svg) : image(next())}, [${inline(caption?.children ?? [])}])`
  })
}

const image = ({ name, width, height }: PagePicture): string =>
  `image("${name}", width: ${width}mm, height: ${height}mm)`

function drawn(svg: Element): string {
  const { width, height, ...properties } = svg.properties
  const own = { ...svg, properties: { ...properties, xmlns: 'http://www.w3.org/2000/svg' } }
  return `image(bytes(${quoted(toHtml(own, { space: 'svg' }))}), format: "svg", width: ${width}, height: ${height})`
}
