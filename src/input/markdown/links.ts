import type { Link } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { excerpt } from '../../text/excerpt.js'
import type { Context, Step } from './context.js'

/**
 * Keeps links to web and mail addresses. A relative link (to another article, say) leads nowhere in
 * print: its text stays, and nothing is said. Any other kind of address is dropped with a warning.
 */
export const links: Step = (tree, context) => {
  visit(tree, 'link', (node, index, parent) => {
    if (index === undefined || !parent) return
    const url = node.url.trim()
    if (isAddress(url)) {
      node.title = null
      return
    }
    sayScheme(url, node, context)
    parent.children.splice(index, 1, ...(node as Link).children)
    return [SKIP, index]
  })
}

/** Warns of an address of any other kind; a relative one leads nowhere in print, and nothing is said. */
export function sayScheme(url: string, at: Pick<Link, 'position'>, context: Context): void {
  if (!/^[a-z][a-z\d+.-]*:/i.test(unseen(url))) return
  context.warn(at, {
    rule: 'link-scheme',
    message: `链接“${excerpt(url)}”不能放进刊物，只留下了文字。`,
    fix: '改成 http:// 或 https:// 开头的网址，或去掉链接。',
  })
}

/** Whether an address is one of the web or of mail, the two that a PDF may lead to. */
export const isAddress = (url: string) => /^(?:https?:\/\/[^/]|mailto:[^@\s]+@)/i.test(url)

/** Without the blanks and control characters that readers of addresses skip. */
const unseen = (url: string) => url.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f]/g, '')
