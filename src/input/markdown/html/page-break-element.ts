import type { Html, Nodes, Parents, Root, RootContent } from 'mdast'
import { excerpt } from '../../../text/excerpt.js'
import { walk } from '../../../text/markdown-tree.js'
import type { ParseContext } from '../context.js'

const opening = /^\s*<([a-z][\w:-]*)\b([^<>]*)>/iu
/** The content of a page break element that is only there so that a browser shows the element. */
const emptyContent = /^(?:\s|&nbsp;|\u00a0|\u3000|<br\s*\/?>)*$/iu
const requestsBreak =
  /(?:break-(before|after)\s*:\s*(?:always|page|left|right|recto|verso))|class\s*=\s*["']?[^"'>]*\b(?:page-?break|new-?page)\b/iu
const breakName = /^(?:\w+:)?(?:page-?break|new-?page)$/i
const breakComment = '<!-- pagebreak -->'

/**
 * Converts elements that browsers and Word treat as a page break (`<div style="page-break-after:
 * always">`) to `<!-- pagebreak -->`. The content of the element stays, before or after the break.
 * Reports a page break element inside a paragraph.
 */
export function pageBreakElements(tree: Root, context: ParseContext): void {
  const { children } = tree
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    const value = node && htmlOf(node)
    if (!node || value === undefined) continue
    const { 0: tag = '', 1: name = '', 2: attributes = '' } = opening.exec(value) ?? []
    const asked = requestsBreak.exec(attributes)
    if (!asked && !breakName.test(name)) continue
    const isAfter = asked?.[1]?.toLowerCase() === 'after'
    const closes = new RegExp(`</${name}\\s*>\\s*$`, 'i')
    const inside = value.slice(tag.length).replace(closes, '')
    const closing = closes.test(value) || isVoid(name) ? -1 : closingAt(children, index, name)
    const closed = children[closing]
    if (closed) {
      const rest: RootContent[] = emptyContent.test(inside) ? [] : [{ ...withValue(node, inside) }]
      children.splice(closing, 1, ...(isAfter ? [pageBreak(closed)] : []))
      children.splice(index, 1, ...(isAfter ? [] : [pageBreak(node)]), ...rest)
    } else if (emptyContent.test(inside)) children[index] = pageBreak(node)
    else {
      const content = withValue(node, value.replace(requestsBreak, ''))
      const both = isAfter ? [content, pageBreak(node)] : [pageBreak(node), content]
      children.splice(index, 1, ...both)
      index += 1
    }
  }
  for (const node of walk(tree))
    if (node.type === 'html' && /\bstyle\s*=/i.test(node.value) && requestsBreak.test(node.value))
      reportInline(node, context)
}

const reportInline = (node: Html, context: ParseContext) =>
  context.warn(node, {
    rule: 'page-break-foreign',
    message: `“${excerpt(node.value)}”要求的分页没有起作用，因为它夹在段落或别的内容里。`,
    hint: '要从下一页开始，就在那里单独写一行 <!-- pagebreak -->，上下各空一行。',
  })

const withValue = ({ position }: RootContent, value: string): Html => ({
  type: 'html',
  value,
  position,
})

/**
 * The HTML of a block that contains only HTML. The parser makes a paragraph of `<span></span>` on a
 * line of its own.
 */
function htmlOf(node: RootContent): string | undefined {
  if (node.type === 'html') return node.value
  if (node.type !== 'paragraph' || !node.children.some(({ type }) => type === 'html'))
    return undefined
  const texts = node.children.map((child: Nodes) =>
    child.type === 'html' || child.type === 'text' ? child.value : undefined,
  )
  return texts.includes(undefined) ? undefined : texts.join('')
}

const pageBreak = ({ position }: RootContent): Html => ({
  type: 'html',
  value: breakComment,
  position,
})

const isVoid = (name: string): boolean => /^(?:br|hr)$/i.test(name)

function closingAt(children: Parents['children'], from: number, name: string): number {
  const tag = new RegExp(`^\\s*</${name}\\s*>\\s*$`, 'i')
  return children.findIndex(
    (node, index) => index > from && node.type === 'html' && tag.test(node.value),
  )
}
