import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { parseFragment, serialize } from 'parse5'

/**
 * What the editor of WeChat does to HTML that is pasted and saved, as its users report it: ids,
 * classes and unknown attributes go; a `div` becomes a section; links, scripts and drawings go, lists
 * get marks of their own; styles that it does not know, positions and variables go; sizes as
 * attributes become styles; empty elements go; blanks in a row become one.
 */
export function saved(html: string): string {
  const fragment = parseFragment(html)
  fragment.childNodes = fragment.childNodes.flatMap(keptNode)
  return serialize(fragment)
}

/** HTML as the same serializer writes it, unchanged. */
export const written = (html: string): string => serialize(parseFragment(html))

/** The text of HTML, its paragraphs as lines. */
export function textOf(html: string): string {
  const walk = (node: Tree.ChildNode | Tree.DocumentFragment): string =>
    node.nodeName === '#text' && 'value' in node
      ? node.value
      : 'childNodes' in node
        ? node.childNodes.map(walk).join('') +
          (/^(?:p|section|tr)$/.test(node.nodeName) ? '\n' : '')
        : ''
  return walk(parseFragment(html))
}

const kept = new Set('section p span strong em img br table tbody thead tr td th'.split(' '))
const dropped = new Set('script style svg math iframe form input button object embed'.split(' '))
const attributes = new Set(['style', 'src', 'alt', 'colspan', 'rowspan'])
const isEmptyAllowed = new Set(['img', 'br', 'td', 'th', 'tr', 'tbody'])

function keptNode(node: Tree.ChildNode): Tree.ChildNode[] {
  if (node.nodeName === '#text' && 'value' in node) {
    node.value = node.value.replace(/[ \t\n]+/g, ' ')
    return [node]
  }
  if (!('tagName' in node) || dropped.has(node.tagName)) return []
  node.childNodes = node.childNodes.flatMap(keptNode)
  if (node.tagName === 'div') rename(node, 'section')
  if (node.tagName === 'li') rename(node, 'p')
  if (!kept.has(node.tagName)) return node.childNodes
  if (node.tagName === 'img' && !isPicture(node)) return []
  const size = node.attrs.filter(({ name }) => name === 'width' || name === 'height')
  node.attrs = node.attrs.filter(({ name }) => attributes.has(name))
  for (const { name, value } of size) addStyle(node, `${name}:${value}px`)
  for (const one of node.attrs) if (one.name === 'style') one.value = keptStyles(one.value)
  node.attrs = node.attrs.filter(({ name, value }) => name !== 'style' || value !== '')
  if (node.childNodes.length === 0 && !isEmptyAllowed.has(node.tagName)) return []
  return [node]
}

function rename(node: Tree.Element, name: string): void {
  node.tagName = name
  node.nodeName = name
}

/** JPEG, PNG and GIF can be uploaded. */
const isPicture = ({ attrs }: Tree.Element): boolean =>
  attrs.some(
    ({ name, value }) =>
      name === 'src' &&
      /^(?:https:\/\/mmbiz\.qpic\.cn\/|data:image\/(?:jpeg|png|gif);)/.test(value),
  )

function addStyle(node: Tree.Element, style: string): void {
  const own = node.attrs.find(({ name }) => name === 'style')
  if (own) own.value += `;${style}`
  else node.attrs.push({ name: 'style', value: style })
}

const known =
  /^(?:font(?:-size|-weight|-family)?|line-height|letter-spacing|text-(?:align|indent|decoration)|color|background(?:-color)?|(?:margin|padding)(?:-(?:top|right|bottom|left))?|border(?:-(?:top|right|bottom|left|collapse))?|(?:max-)?width|height|vertical-align|word-break)$/
/** Faces by name are lost on some phones, variables everywhere. */
const forbidden = /var\(|url\(|expression|!important|["']/

function keptStyles(style: string): string {
  return style
    .split(';')
    .filter((one) => {
      const [name = '', value = ''] = one.split(':')
      return known.test(name.trim()) && value !== '' && !forbidden.test(value)
    })
    .join(';')
}
