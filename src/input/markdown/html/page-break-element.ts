import type { Html, Nodes, Parents, Root, RootContent } from 'mdast'

const element =
  /^\s*<([a-z][\w:-]*)\b([^<>]*)>(?:\s|&nbsp;|\u00a0|\u3000|<br\s*\/?>)*(<\/\1\s*>)?\s*$/iu
const asks =
  /(?:break-(before|after)\s*:\s*(?:always|page|left|right|recto|verso))|class\s*=\s*["']?[^"'>]*\b(?:page-?break|new-?page)\b/iu
const named = /^(?:\w+:)?(?:page-?break|new-?page)$/i
const order = '<!-- pagebreak -->'

/**
 * Reads elements that browsers and Word take for a page break
 * (`<div style="page-break-after: always">`) as `<!-- pagebreak -->`. Content that such an element
 * holds stays where it is, before the break or after it.
 */
export function pageBreakElements(tree: Root): void {
  const { children } = tree
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    const value = node && htmlOf(node)
    const { 1: name = '', 2: attributes = '', 3: end } = (value && element.exec(value)) || []
    const asked = asks.exec(attributes)
    if (!node || (!asked && !named.test(name))) continue
    children[index] = pageBreak(node)
    const closing = end || isVoid(name) ? -1 : closingAt(children, index, name)
    if (closing < 0) continue
    const closed = children[closing]
    const after = asked?.[1]?.toLowerCase() === 'after' && closed
    children.splice(closing, 1, ...(after ? [pageBreak(closed)] : []))
    if (after) children.splice(index, 1)
  }
}

/** The HTML of a block that holds nothing else: to the parser `<span></span>` alone makes a paragraph. */
function htmlOf(node: RootContent): string | undefined {
  if (node.type === 'html') return node.value
  if (node.type !== 'paragraph' || !node.children.some(({ type }) => type === 'html'))
    return undefined
  const texts = node.children.map((child: Nodes) =>
    child.type === 'html' || child.type === 'text' ? child.value : undefined,
  )
  return texts.includes(undefined) ? undefined : texts.join('')
}

const pageBreak = ({ position }: RootContent): Html => ({ type: 'html', value: order, position })

const isVoid = (name: string): boolean => /^(?:br|hr)$/i.test(name)

function closingAt(children: Parents['children'], from: number, name: string): number {
  const tag = new RegExp(`^\\s*</${name}\\s*>\\s*$`, 'i')
  return children.findIndex(
    (node, index) => index > from && node.type === 'html' && tag.test(node.value),
  )
}
