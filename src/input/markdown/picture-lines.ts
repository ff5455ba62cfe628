import type { Element, ElementContent } from 'hast'
import { isBlank, textElements } from '../../text/inline-elements.js'

/** A part of a paragraph: source lines that contain only pictures, or text. */
export type Line =
  | { pictures: Element[]; text?: undefined }
  | { pictures?: undefined; text: ElementContent[] }

/**
 * Splits the content of a paragraph at source lines that contain only pictures. A link or an
 * emphasis around a picture has no meaning in print and is removed. Without such lines the content
 * is returned unchanged.
 */
export function linesOf(content: readonly ElementContent[]): Line[] {
  const lines = sourceLines(content).map((line) => ({ line, pictures: picturesIn(line) }))
  if (!lines.some(({ pictures }) => pictures))
    return content.length > 0 ? [{ text: [...content] }] : []
  const parts: Line[] = []
  for (const { line, pictures } of lines) {
    const last = parts.at(-1)
    if (pictures && last?.pictures) last.pictures.push(...pictures)
    else if (pictures) parts.push({ pictures })
    else if (last?.text) last.text.push(...line)
    else if (!line.every(isNothing)) parts.push({ text: line })
  }
  return parts.map((part) => (part.text ? { text: trimmed(part.text) } : part))
}

/**
 * The pictures of content that contains nothing else; undefined when it contains anything else, or
 * no picture.
 */
export function picturesIn(content: readonly ElementContent[]): Element[] | undefined {
  const pictures: Element[] = []
  for (const node of content) {
    if (isNothing(node)) continue
    if (node.type !== 'element') return undefined
    if (node.tagName === 'img') pictures.push(node)
    else {
      const { tagName, children } = node
      const inside = tagName === 'p' || textElements.has(tagName) ? picturesIn(children) : undefined
      if (!inside) return undefined
      pictures.push(...inside)
    }
  }
  return pictures.length > 0 ? pictures : undefined
}

/** Splits content after every line end and hard break, which stay at the end of their line. */
function sourceLines(content: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const node of content) {
    if (node.type !== 'text') {
      lines.at(-1)?.push(node)
      if (isBreak(node)) lines.push([])
      continue
    }
    for (const value of node.value.split(/(?<=\r\n|\n|\r(?!\n))/)) {
      if (value !== '') lines.at(-1)?.push({ ...node, value })
      if (/[\r\n]$/.test(value)) lines.push([])
    }
  }
  return lines
}

/** Removes the breaks at either end, which are superfluous next to a picture. */
function trimmed(text: readonly ElementContent[]): ElementContent[] {
  const from = text.findIndex((node) => !isNothing(node))
  const to = text.findLastIndex((node) => !isNothing(node))
  return text.slice(from, to + 1).map((node, index, { length }) => {
    if (node.type !== 'text') return node
    const value = index === 0 ? node.value.replace(/^[ \t\r\n]+/, '') : node.value
    return { ...node, value: index === length - 1 ? value.replace(/[ \t\r\n]+$/, '') : value }
  })
}

const isBreak = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'br'
const isNothing = (node: ElementContent): boolean =>
  isBreak(node) ||
  isBlank(node) ||
  node.type === 'comment' ||
  (node.type === 'element' && node.tagName === 'wbr')
