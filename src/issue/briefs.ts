import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Article } from '../model/article.js'
import type { Brief } from '../model/issue.js'
import { isInline } from '../text/inline-elements.js'
import { signatureOf } from './signature.js'

/**
 * Splits a briefs file into briefs: one for each list item if its body is a single list, else one
 * for the whole file.
 */
export function briefsOf(article: Article): Brief[] {
  const blocks = article.content.children.filter(isBlock)
  const [list, ...others] = blocks
  if (list && others.length === 0 && isElement(list, 'ul', 'ol')) {
    return list.children
      .filter((child) => isElement(child, 'li'))
      .map((item) => entryBrief(article, item))
  }
  return [withSignature(article, article.content)]
}

/**
 * The signature of a list item is a last paragraph entirely in （…）; without one, that of the file
 * is used.
 */
function entryBrief(article: Article, item: Element): Brief {
  const blocks = paragraphsOf(item)
  const last = blocks.at(-1)
  const signature = last && blocks.length > 1 ? wholeBrackets(last) : undefined
  if (signature === undefined) return withSignature(article, { type: 'root', children: blocks })
  return { article, content: { type: 'root', children: blocks.slice(0, -1) }, signature }
}

function withSignature(article: Article, content: Root): Brief {
  const signature = signatureOf(article.fields)
  return signature === undefined ? { article, content } : { article, content, signature }
}

/**
 * Returns the blocks of a list item. In a tight list the inline content is not wrapped in a
 * paragraph, so this wraps it.
 */
function paragraphsOf(item: Element): ElementContent[] {
  const blocks = item.children.filter(isBlock)
  if (!blocks.some(isInline)) return blocks
  const firstNested = blocks.findIndex((child) => !isInline(child))
  const run = firstNested < 0 ? blocks : blocks.slice(0, firstNested)
  const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: run }
  return [paragraph, ...(firstNested < 0 ? [] : blocks.slice(firstNested))]
}

function wholeBrackets(node: ElementContent): string | undefined {
  if (!isElement(node, 'p')) return undefined
  const names = /^（([^（）]*)）$/.exec(textOf(node).trim())?.[1]
  return names === undefined ? undefined : signatureOf({ unit: [names] })
}

const isBlock = (node: RootContent): node is ElementContent =>
  node.type !== 'doctype' &&
  node.type !== 'comment' &&
  (node.type !== 'text' || node.value.trim() !== '')

const isElement = (node: RootContent | undefined, ...names: string[]): node is Element =>
  node?.type === 'element' && names.includes(node.tagName)
