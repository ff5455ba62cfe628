import type { Link } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { excerpt } from '../../text/excerpt.js'
import { isWithinIssue, linkAttribute, linkValue } from '../../text/issue-links.js'
import { plainText, pointOf } from '../../text/markdown-tree.js'
import type { ParseContext, TreeStep } from './context.js'
import { isCode, isMail, isPictureFile } from './destination.js'

/**
 * Keeps links to web and mail addresses. A link to another article, or within the article, is kept
 * as written: `issue/links.ts` knows the articles. Links to other files and with other schemes cause
 * a warning, and their text stays.
 */
export const links: TreeStep = (tree, context) => {
  visit(tree, 'link', (node, index, parent) => {
    if (index === undefined || !parent) return
    const url = withScheme(node.url.trim())
    if (isAddress(url)) {
      node.url = url
      node.title = null
      return
    }
    if (isWithinIssue(url) && plainText(node) !== '') {
      const properties = { href: undefined, [linkAttribute]: linkValue(url, pointOf(node)) }
      node.data = { hProperties: properties }
      node.title = null
      return
    }
    const before = parent.children[index - 1]
    // ！[图](a.png) is reported as a picture.
    const isMarked = before?.type === 'text' && /[!！][ \t]*$/.test(before.value)
    const isPicture = isMarked && (isPictureFile(url) || isCode(url))
    if (!isPicture) reportLostLink(url, plainText(node), node, context)
    parent.children.splice(index, 1, ...(node as Link).children)
    return [SKIP, index]
  })
}

/** Completes an address with the omitted scheme: www.example.org, a@example.org. */
const withScheme = (url: string): string =>
  /^www\./i.test(url) ? `http://${url}` : isMail(url) ? `mailto:${url}` : url

/** Warns about an address that is lost in print, where only the words of the link remain. */
export function reportLostLink(
  url: string,
  words: string,
  at: Pick<Link, 'position'>,
  context: ParseContext,
): void {
  if (/^[a-z][a-z\d+.-]*:/i.test(withoutInvisible(url))) {
    context.warn(at, {
      rule: 'link-scheme',
      message: `链接“${excerpt(url)}”不能放进刊物，只留下了文字。`,
      hint: '改成 http:// 或 https:// 开头的网址，或去掉链接。',
    })
    return
  }
  // A link around a picture needs no warning.
  if (isWithinIssue(url) || words === '') return
  context.warn(at, {
    rule: 'link-file',
    message: `“${excerpt(url)}”在纸上打不开，只印了“${excerpt(words)}”。`,
    hint: '要让读者看到文件名或网址，就写在文字里；网址以 https:// 开头；不要链接就去掉 [ ]( )。',
  })
}

/** Whether an address is a web or mail address, the two kinds that are links in the PDF. */
export const isAddress = (url: string) => /^(?:https?:\/\/[^/]|mailto:[^@\s]+@)/i.test(url)

/** Removes the blanks and control characters that URL parsers ignore. */
const withoutInvisible = (url: string) =>
  url.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f]/g, '')
