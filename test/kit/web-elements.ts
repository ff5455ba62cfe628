import type { DefaultTreeAdapterTypes } from 'parse5'
import { parse } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** An element of a page: its attributes, and the text in it. */
export interface WebElement {
  attributes: Readonly<Record<string, string>>
  text: string
}

/** The elements of a web page with a tag name, and a class if one is given, in document order. */
export function webElements(html: string, tag: string, className?: string): WebElement[] {
  return elementsIn(parse(html))
    .filter(({ tagName }) => tagName === tag)
    .map((one) => ({ attributes: attributesOf(one), text: textOf(one) }))
    .filter(
      ({ attributes }) =>
        className === undefined || (attributes.class ?? '').split(' ').includes(className),
    )
}

const elementsIn = (node: Node): Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) =>
        'tagName' in child ? [child, ...elementsIn(child)] : elementsIn(child),
      )
    : []

const attributesOf = ({ attrs }: Element) =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]))

const textOf = (node: Node): string => {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
