import type { Heading } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { excerpt } from '../../text/excerpt.js'
import { plainText } from '../../text/markdown-tree.js'
import type { ParseContext, TreeStep } from './context.js'

/**
 * The element for each `#` depth. Only `##` becomes a heading element, because the PDF bookmarks
 * have three levels, and section and title are the other two.
 */
const levels = {
  2: { hName: 'h3', className: 'heading-1' },
  3: { hName: 'p', className: 'heading-2' },
  4: { hName: 'p', className: 'heading-3' },
  5: { hName: 'p', className: 'heading-4' },
} as const

/** The tag name and class of a heading of the given `#` depth. */
export function headingElement(depth: number): { tagName: string; className: string } {
  const { hName, className } = levels[Math.min(Math.max(depth, 2), 5) as keyof typeof levels]
  return { tagName: hName, className }
}

/** Sets headings as the levels 一、（一）1.（1）; `numberHeadings` numbers them. */
export const headings: TreeStep = (tree, context) => {
  visit(tree, 'heading', (node, index, parent) => {
    const text = plainText(node).trim()
    if (text === '' && !node.children.some(({ type }) => type === 'image')) {
      if (index === undefined || !parent) return
      reportEmpty(node, context)
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (node.depth === 1) reportTitle(node, text, context)
    if (isUnderlined(node)) reportUnderlined(node, text, context)
    const { tagName, className } = headingElement(node.depth)
    node.data = { hName: tagName, hProperties: { className: [className] } }
  })
}

/** Whether the heading is underlined with `---` or `===` (a setext heading). */
const isUnderlined = ({ position, children }: Heading): boolean =>
  (position?.end.line ?? 0) > (children.at(-1)?.position?.end.line ?? Number.POSITIVE_INFINITY)

const reportEmpty = (node: Heading, context: ParseContext) =>
  context.warn(node, {
    rule: 'heading-empty',
    message: `“${'#'.repeat(node.depth)}”后面没有标题文字，这一行没有印。`,
    hint: '在 # 后面空一格写上标题，或删掉这一行。',
  })

const reportTitle = (node: Heading, text: string, context: ParseContext) =>
  context.warn(node, {
    rule: 'heading-title',
    message: `“# ${excerpt(text)}”是文章标题的写法，这里按一级小标题排了。`,
    hint: `正文的一级小标题写成 ## ${excerpt(text)}。`,
  })

const reportUnderlined = (node: Heading, text: string, context: ParseContext) =>
  context.warn(node, {
    rule: 'heading-underlined',
    message: `“${excerpt(text)}”下面紧跟着一行 --- 或 ===，被当成了标题。`,
    hint: `是标题就写成 ## ${excerpt(text)}；要空一段，就在 --- 上面加一个空行。`,
  })
