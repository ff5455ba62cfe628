import type { Link } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { excerpt } from '../../text/excerpt.js'
import { plainText } from '../../text/markdown-tree.js'
import type { ParseContext, TreeStep } from './context.js'
import { isCode, isMail, isPictureFile } from './destination.js'

/**
 * Keeps links to web and mail addresses. A link to another article or within one leads nowhere in
 * print: its text stays, and nothing is said. Of any other file or kind of address a warning tells.
 */
export const links: TreeStep = (tree, context) => {
  visit(tree, 'link', (node, index, parent) => {
    if (index === undefined || !parent) return
    const url = whole(node.url.trim())
    if (isAddress(url)) {
      node.url = url
      node.title = null
      return
    }
    const before = parent.children[index - 1]
    // ！[图](a.png) is told of as a picture.
    const isMarked = before?.type === 'text' && /[!！][ \t]*$/.test(before.value)
    const isPicture = isMarked && (isPictureFile(url) || isCode(url))
    if (!isPicture) sayLost(url, plainText(node), node, context)
    parent.children.splice(index, 1, ...(node as Link).children)
    return [SKIP, index]
  })
}

/** With what people leave out: www.example.org, a@example.org. */
const whole = (url: string): string =>
  /^www\./i.test(url) ? `http://${url}` : isMail(url) ? `mailto:${url}` : url

/** Warns of an address that print loses with nothing but the link's words left. */
export function sayLost(
  url: string,
  words: string,
  at: Pick<Link, 'position'>,
  context: ParseContext,
): void {
  if (/^[a-z][a-z\d+.-]*:/i.test(unseen(url))) {
    context.warn(at, {
      rule: 'link-scheme',
      message: `链接“${excerpt(url)}”不能放进刊物，只留下了文字。`,
      hint: '改成 http:// 或 https:// 开头的网址，或去掉链接。',
    })
    return
  }
  // Within the article, to another one, around a picture.
  if (url.startsWith('#') || /\.(?:md|markdown)(?:#.*)?$/i.test(url) || words === '') return
  context.warn(at, {
    rule: 'link-file',
    message: `“${excerpt(url)}”在纸上打不开，只印了“${excerpt(words)}”。`,
    hint: '要让读者看到文件名或网址，就写在文字里；网址以 https:// 开头；不要链接就去掉 [ ]( )。',
  })
}

/** Whether an address is one of the web or of mail, the two that a PDF may lead to. */
export const isAddress = (url: string) => /^(?:https?:\/\/[^/]|mailto:[^@\s]+@)/i.test(url)

/** Without the blanks and control characters that readers of addresses skip. */
const unseen = (url: string) => url.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f]/g, '')
