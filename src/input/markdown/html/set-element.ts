import type { Element, ElementContent, Properties } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isBlank, isInline } from '../../../text/inline-elements.js'
import { isWithinIssue, linkAttribute, linkValue } from '../../../text/issue-links.js'
import { pointOf } from '../../../text/markdown-tree.js'
import type { ParseContext } from '../context.js'
import { isNote } from '../editors-notes.js'
import { headingElement } from '../headings.js'
import { isAddress, reportLostLink } from '../links.js'
import { listMarkOf, listProperties } from '../lists.js'
import { alignOf, looksOf, spansOf } from './attributes.js'
import type { Form } from './elements.js'
import { around, element, paragraphsOf } from './paragraphs.js'
import { readings } from './ruby.js'
import { withFootLast, withHead } from './table-parts.js'

/** The ancestors of an element, as far as they affect how it is set. */
export interface Surrounding {
  /** The tag name of the parent. */
  parent: string
  /** The number of enclosing numbered lists; `quotes`: of enclosing `<q>`. */
  lists: number
  quotes: number
}

interface ElementContext {
  /** The element as the author wrote it. */
  node: Element
  /** Its content, already set. */
  children: ElementContent[]
  form: Form
  around: Surrounding
  context: ParseContext
}

/** Sets an author's element in its printed form. */
export function setElement(given: ElementContext): ElementContent[] {
  const { node, children, form } = given
  switch (form.as) {
    case 'inline':
      return around(form.tagName, children)
    case 'text':
      return looksOf(node).reduce((inside, tagName) => around(tagName, inside), children)
    case 'paragraphs':
      return aligned(paragraphsOf(children), form.align ?? alignOf(node))
    case 'term':
      return children.every(isInline)
        ? paragraphsOf([element('strong', {}, children)])
        : paragraphsOf(children)
    case 'definition':
      return [element('div', { className: ['definition'] }, paragraphsOf(children))]
    case 'quotation':
      return [quotation(children)]
    case 'heading':
      return heading(children, form.depth)
    case 'list':
      return [list(given)]
    case 'item':
      return item(given)
    case 'ruby':
      return ruby(given)
    case 'quoted':
      return quoted(given)
    case 'link':
      return link(given)
    case 'preformatted':
      return [preformatted(node)]
    case 'space':
      return [element('div', { className: ['space'] }, [])]
    case 'picture':
      return [{ ...element('img', node.properties, []), position: node.position }]
    case 'figure':
      return figure(given)
    case 'table':
      return [table(given)]
    case 'table part':
      return [tablePart(node, children)]
    case 'nothing':
    case 'removed':
      return []
  }
}

/** Also aligns generated paragraphs inside an author's `<center>`. */
function aligned(
  blocks: readonly ElementContent[],
  align: ReturnType<typeof alignOf>,
): ElementContent[] {
  if (align !== 'center' && align !== 'right') return [...blocks]
  const className = [`align-${align}`]
  return blocks.map((block) =>
    block.type === 'element' && block.tagName === 'p' && !block.properties.className
      ? { ...block, properties: { ...block.properties, className } }
      : block,
  )
}

function quotation(children: readonly ElementContent[]): Element {
  const blocks = paragraphsOf(children)
  const [first] = blocks
  return first?.type === 'element' && isNote(textOf(first))
    ? element('aside', { className: ['editors-note'] }, blocks)
    : element('blockquote', { className: ['quotation'] }, blocks)
}

function heading(children: readonly ElementContent[], depth: number): ElementContent[] {
  if (!children.every(isInline)) return paragraphsOf(children)
  const { tagName, className } = headingElement(depth)
  return paragraphsOf(children).map((block) =>
    block.type === 'element'
      ? { ...block, tagName, properties: { className: [className] } }
      : block,
  )
}

function list({ node, children, around: { lists } }: ElementContext): Element {
  const items = children.filter((child) => !isBlank(child)).map(asItem)
  if (node.tagName !== 'ol') return element('ul', listProperties([], lists), items)
  let number = Number(node.properties.start ?? 1)
  const numbers = items.map(({ properties: { value } }) => {
    const own = Number(value ?? number)
    number = own + 1
    return own
  })
  const marks = numbers.map((value) => listMarkOf(value, lists + 1))
  const marked = items.map((child, index) =>
    element(
      'li',
      { ...child.properties, value: undefined, dataMark: marks[index] },
      child.children,
    ),
  )
  return element('ol', listProperties(marks, lists + 1), marked)
}

/** Content of a list outside any `<li>` becomes an item. */
const asItem = (child: ElementContent): Element =>
  child.type === 'element' && child.tagName === 'li' ? child : element('li', {}, [child])

/** A list item; a paragraph when it is outside a list. `list` reads its `value` and removes it. */
function item({ node, children, around: { parent } }: ElementContext): ElementContent[] {
  if (!/^(?:ul|ol|menu|dir)$/.test(parent)) return paragraphsOf(children)
  const { value } = node.properties
  return [element('li', value === undefined ? {} : { value }, children)]
}

function ruby({ node, children, around: { parent } }: ElementContext): ElementContent[] {
  if (node.tagName === 'ruby') return readings(children)
  return parent === 'ruby' ? [element(node.tagName, {}, children)] : children
}

function quoted({ children, around: { quotes } }: ElementContext): ElementContent[] {
  const [open, close] = quotes % 2 === 0 ? ['“', '”'] : ['‘', '’']
  return [{ type: 'text', value: open }, ...children, { type: 'text', value: close }]
}

/** Keeps links to web and mail addresses and within the issue, like Markdown's links. */
function link({ node, children, context }: ElementContext): ElementContent[] {
  const url = String(node.properties.href ?? '').trim()
  if (isAddress(url)) return around('a', children, { href: url })
  const words = textOf({ type: 'root', children })
  if (isWithinIssue(url) && words.trim() !== '')
    return around('a', children, { [linkAttribute]: linkValue(url, pointOf(node)) })
  if (url !== '') reportLostLink(url, words, node, context)
  return children
}

const preformatted = (node: Element): Element =>
  element('pre', { className: ['code'] }, [
    element('code', {}, [{ type: 'text', value: textOf(node).replace(/\n$/, '') }]),
  ])

function figure({ node, children, around: { parent } }: ElementContext): ElementContent[] {
  if (node.tagName === 'figcaption' && parent !== 'figure') return paragraphsOf(children)
  return [{ ...element(node.tagName, {}, children), position: node.position }]
}

function table({ node, children }: ElementContext): Element {
  const { position } = node
  const set = withHead(withFootLast({ ...element('table', {}, children), position }))
  return element('div', { className: ['table'] }, [set])
}

function tablePart(node: Element, children: readonly ElementContent[]): Element {
  const properties: Properties = {}
  if (/^t[rdh]$|^col$/.test(node.tagName)) {
    const align = alignOf(node)
    if (align) properties.align = align
  }
  if (/^t[dh]$/.test(node.tagName)) Object.assign(properties, spansOf(node))
  return { ...element(node.tagName, properties, children), position: node.position }
}
