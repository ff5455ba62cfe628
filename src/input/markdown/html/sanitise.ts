import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { pointOf } from '../../../text/text.js'
import type { Context } from '../context.js'
import { blocks, hidden, instead, passing, synonyms } from './elements.js'
import type { OwnElements } from './own-elements.js'

/** Keeps our elements and those of the author's that pass; every other one is taken out, with a warning. */
export function sanitise(tree: Root, own: OwnElements, context: Context): Root {
  return { type: 'root', children: tree.children.flatMap((child) => clean(child, own, context)) }
}

function clean(node: RootContent, own: OwnElements, context: Context): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element') return []
  const ours = own.restore(node)
  if (ours?.tagName === 'svg') return [ours]
  if (!ours && hidden.has(node.tagName)) {
    say(node, context, `“<${node.tagName}>”不能用，已连同里面的内容去掉。`, '删掉这一段。')
    return []
  }
  const children = node.children.flatMap((child) => clean(child, own, context))
  if (ours) return [{ ...ours, children }]
  return replaced(node, children, context)
}

/** An element that an author wrote, as far as it passes. */
function replaced(node: Element, children: ElementContent[], context: Context): ElementContent[] {
  const { tagName, position } = node
  const keeps = Object.hasOwn(passing, tagName) ? passing[tagName] : undefined
  if (keeps) {
    const properties = keptProperties(node, keeps)
    const element: Element = { type: 'element', tagName, properties, children, position }
    if (tagName !== 'table') return [element]
    return [
      {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'] },
        children: [element],
      },
    ]
  }
  const synonym = Object.hasOwn(synonyms, tagName) ? synonyms[tagName] : undefined
  if (synonym) {
    say(node, context, `“<${tagName}>”是网页的写法。`, synonym.fix)
    return [{ type: 'element', tagName: synonym.name, properties: {}, children, position }]
  }
  const fix = Object.hasOwn(instead, tagName) ? instead[tagName] : undefined
  const left = children.length > 0 ? '，已去掉，里面的文字还在' : '，已去掉'
  say(node, context, `“<${tagName}>”不能用${left}。`, fix ?? `删掉 <${tagName}>。`)
  return blocks.has(tagName) && isTextAlone(children)
    ? [{ type: 'element', tagName: 'p', properties: {}, children, position }]
    : children
}

function keptProperties({ properties }: Element, names: readonly string[]): Properties {
  const kept: Properties = {}
  for (const name of names) {
    const value = String(properties[name] ?? '').toLowerCase()
    if (name === 'align' && /^(?:left|center|right)$/.test(value)) kept.align = value
    // Past a hundred it is a slip, and the browser would draw that many cells.
    const span = Number(value)
    if (name !== 'align' && Number.isInteger(span) && span > 1 && span <= 100) kept[name] = span
  }
  return kept
}

const line = new Set([
  'a',
  'br',
  'code',
  'del',
  'em',
  'img',
  'span',
  'strong',
  'sub',
  'sup',
  'svg',
  'u',
])

/** Whether a node stands in a line of text. */
export const isInline = (node: RootContent): boolean =>
  node.type === 'text' || (node.type === 'element' && line.has(node.tagName))

const isTextAlone = (children: readonly ElementContent[]) =>
  children.every(isInline) &&
  children.some(
    (child) => child.type === 'element' || /\S/.test((child as { value: string }).value),
  )

const say = (node: Element, context: Context, message: string, fix: string) =>
  context.warn(pointOf(node), { rule: 'html-element', message, fix })
