import type { DefaultTreeAdapterTypes } from 'parse5'
import { parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Text in an SVG that only a browser can draw. */
export interface WebText {
  /** Line in the SVG file, from 1. */
  line: number
  words: string
  /** Whether the SVG contains an alternative for it (`<switch>`, as in draw.io's files). */
  hasSubstitute: boolean
}

/**
 * Returns the texts in `<foreignObject>` elements, in line order. These contain HTML, which is not
 * drawn.
 */
export function webTextsOf(text: string): WebText[] {
  if (!/foreignobject/i.test(text)) return []
  const found: WebText[] = []
  const waiting: Node[] = [parseFragment(text, { sourceCodeLocationInfo: true })]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('tagName' in node && /(?:^|:)foreignobject$/i.test(node.tagName)) {
      const words = wordsIn(node)
      if (words === '') continue
      const line = node.sourceCodeLocation?.startLine ?? 1
      found.push({ line, words, hasSubstitute: hasSubstitute(node) })
    } else if ('childNodes' in node) waiting.push(...node.childNodes)
  }
  return found.sort((a, b) => a.line - b.line)
}

function wordsIn(element: Element): string {
  let words = ''
  const waiting: Node[] = [element]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) words += node.value
    else if ('childNodes' in node && !/^(?:style|script)$/i.test(node.nodeName))
      waiting.push(...node.childNodes.toReversed())
  }
  return words.replace(/\s+/g, ' ').trim()
}

function hasSubstitute(element: Element): boolean {
  const { parentNode } = element
  if (!parentNode || !/(?:^|:)switch$/i.test(parentNode.nodeName)) return false
  const others = parentNode.childNodes
  return others.slice(others.indexOf(element) + 1).some((node) => 'tagName' in node)
}
