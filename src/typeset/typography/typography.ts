import type { Element, ElementContent, Root, Text } from 'hast'
import { isInline } from '../../text/inline-elements.js'
import type { TypographyOptions } from './edits.js'
import { edited } from './edits.js'
import { bindMarks } from './marks.js'
import { editsOf, titleEdits } from './rules.js'

/** Elements whose text is left exactly as it is. */
const verbatim = new Set(['code', 'kbd', 'math', 'pre', 'ruby', 'svg'])
/** Blocks that become bookmarks, where an inserted space would show. */
const bookmarked = new Set(['h1', 'h2', 'h3'])

/**
 * Prepares text for the line breaker: quarter-cell gaps between Han and Latin, numbers that keep
 * to their unit, places where Chinese setting may break and Chromium would not, no last line of
 * one character. Returns a new tree.
 */
export function setType(root: Root, options: TypographyOptions): Root {
  return { ...root, children: setChildren(root.children, options, false) as Root['children'] }
}

/** A single text, a title in a list of them: nothing is added, only what belongs together kept whole. */
export const keepWhole = (text: string): Root => ({
  type: 'root',
  children: edited(text, 0, titleEdits(text)),
})

type Node = Root['children'][number]

const isBreak = (node: Node) => node.type === 'element' && node.tagName === 'br'

/** Cuts the children of a block into lines of inline content and blocks, and sets each. */
function setChildren(
  children: readonly Node[],
  options: TypographyOptions,
  bookmark: boolean,
): Node[] {
  const made: Node[] = []
  let line: ElementContent[] = []
  const endLine = () => {
    made.push(...setLine(line, { gap: options.gap && !bookmark }))
    line = []
  }
  for (const child of children) {
    if (isInline(child) && !isBreak(child)) line.push(child)
    else {
      endLine()
      made.push(child.type === 'element' ? setBlock(child, options) : child)
    }
  }
  endLine()
  return made
}

function setBlock(element: Element, options: TypographyOptions): Element {
  if (verbatim.has(element.tagName)) return element
  const children = setChildren(element.children, options, bookmarked.has(element.tagName))
  return { ...element, children: children as ElementContent[] }
}

/** One unbroken run of inline content: the rules see its whole text, the edits land in its text nodes. */
function setLine(content: readonly ElementContent[], options: TypographyOptions): ElementContent[] {
  const line = bindMarks(content)
  const nodes = line.flatMap(textsIn)
  const text = nodes.map(({ value }) => value).join('')
  if (text.trim() === '') return [...line]
  const edits = editsOf(text, options)
  const replacements = new Map<Text, ElementContent[]>()
  let start = 0
  for (const node of nodes) {
    replacements.set(node, edited(node.value, start, edits))
    start += node.value.length
  }
  return line.flatMap((node) => replaced(node, replacements))
}

function textsIn(node: ElementContent): Text[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element' || verbatim.has(node.tagName)) return []
  return node.children.flatMap(textsIn)
}

function replaced(
  node: ElementContent,
  replacements: Map<Text, ElementContent[]>,
): ElementContent[] {
  if (node.type === 'text') return replacements.get(node) ?? [node]
  if (node.type !== 'element' || verbatim.has(node.tagName)) return [node]
  return [{ ...node, children: node.children.flatMap((child) => replaced(child, replacements)) }]
}
