import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { classesOf } from '../../typeset/inline-pictures.js'
import { text, wechatElement } from './element.js'
import { pictureOf } from './pictures.js'
import type { ArticleState } from './state.js'
import { styles } from './styles.js'

/** Elements that become a span with a style. */
const spans: Readonly<Record<string, string>> = {
  code: styles.inlineCode,
  kbd: styles.inlineCode,
  u: styles.underlined,
  del: styles.struck,
  mark: styles.marked,
  small: styles.small,
  sub: styles.lowered,
  sup: styles.raised,
}

/** The content of one paragraph, without blanks at its ends. */
export function lineContent(
  content: readonly ElementContent[],
  state: ArticleState,
): ElementContent[] {
  const made = inlineContent(content, state)
  const [first] = made
  if (first?.type === 'text') first.value = first.value.replace(/^[ \t]+/, '')
  const last = made.at(-1)
  if (last?.type === 'text') last.value = last.value.replace(/[ \t]+$/, '')
  return made.filter((node) => node.type !== 'text' || node.value !== '')
}

/** The inline content of a paragraph: spans, bold, pictures and line breaks only. */
export function inlineContent(
  content: readonly ElementContent[],
  state: ArticleState,
): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [text(node.value.replace(/[ \t\n]+/g, ' '))]
    if (node.type !== 'element') return []
    return inlineElement(node, state)
  })
}

function inlineElement(node: Element, state: ArticleState): ElementContent[] {
  const { tagName, children } = node
  const inside = () => inlineContent(children, state)
  if (classesOf(node).includes('footnote-mark'))
    return [wechatElement('span', styles.reference, [text(textOf(node))])]
  switch (tagName) {
    case 'a':
      return link(node, state)
    case 'br':
      return [wechatElement('br', undefined, [])]
    case 'strong':
    // 楷体 for emphasis is on no phone.
    case 'em':
      return [wechatElement('strong', undefined, inside())]
    case 'ruby':
      return ruby(node, state)
    case 'img':
    case 'svg':
    case 'math':
      return pictureOf(node, state)
    case 'wbr':
      return []
  }
  const style = spans[tagName]
  return style === undefined ? inside() : [wechatElement('span', style, inside())]
}

/**
 * Addresses outside WeChat cannot be opened from an article, so the text stays, and the address
 * stands in a list at the end. One that is itself the text needs no entry.
 */
function link(node: Element, state: ArticleState): ElementContent[] {
  const address = String(node.properties.href ?? '')
  const inside = inlineContent(node.children, state)
  const shown = address.replace(/^mailto:/i, '')
  const words = textOf(node).trim()
  if (!/^(?:https?|mailto):/i.test(address) || sameAddress(words, shown)) return inside
  const number = state.noteLink(shown, node.position?.start.line)
  return [...inside, wechatElement('span', styles.reference, [text(`[${number}]`)])]
}

const sameAddress = (words: string, address: string): boolean => {
  const bare = (one: string) => one.replace(/^https?:\/\//i, '').replace(/\/$/, '')
  return bare(words) === bare(address)
}

/** A reading stands in brackets after its characters. */
function ruby({ children }: Element, state: ArticleState): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || child.tagName !== 'rt') return inlineContent([child], state)
    return [text(`（${textOf(child)}）`)]
  })
}
