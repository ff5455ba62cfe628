import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Fields } from '../../model/article.js'
import { classesOf } from '../../typeset/inline-pictures.js'
import { type Fitted, fitted, fittedNames, limits } from './limits.js'

/** What the editor of WeChat asks for beside the text. */
export interface Heading {
  title: Fitted
  author: Fitted
  digest: Fitted
}

/** The title: in full, or the short one of the contents when only that fits. */
export function titleOf({ title, tocTitle }: Fields): Fitted {
  const full = (title || tocTitle || '').replaceAll('\n', '')
  const whole = fitted(full, limits.title)
  if (!whole.isCut || !tocTitle) return whole
  const short = fitted(tocTitle.replaceAll('\n', ''), limits.title)
  return short.isCut ? whole : short
}

/** The authors; the units when none is named. A name that was padded loses its blank. */
export function authorOf({ author = [], unit = [] }: Fields): Fitted {
  const names = (author.length > 0 ? author : unit).map((name) =>
    name.trim().replace(/(?<=\p{sc=Han})[ \u3000](?=\p{sc=Han})/gu, ''),
  )
  return fittedNames(names, limits.author)
}

/** The beginning of the text, without headings, notes, tables and captions. */
export function digestOf(content: Root): Fitted {
  let text = ''
  visit(content, 'element', (element) => {
    if (text.length > limits.digest) return false
    if (isAside(element)) return 'skip'
    if (element.tagName !== 'p') return undefined
    text += plainText(element)
    return 'skip'
  })
  return fitted(text, limits.digest)
}

const isAside = (element: Element): boolean =>
  /^(?:aside|figure|section|h[1-6])$/.test(element.tagName) ||
  classesOf(element).some((name) => /^(?:heading-|table|caption|footnote)/.test(name))

/** The text of a paragraph without marks of footnotes. */
function plainText(node: Element): string {
  const parts = node.children.map((child) => {
    if (child.type === 'text') return child.value
    if (child.type !== 'element' || classesOf(child).includes('footnote-mark')) return ''
    return child.tagName === 'math' ? textOf(child) : plainText(child)
  })
  return parts.join('').replace(/\s+/g, ' ').trim()
}
