import type { Element, ElementContent, Root, Text } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isInline } from '../../text/inline-elements.js'
import type { TypographyOptions } from './edits.js'
import { edited } from './edits.js'
import type { Leaf } from './leaves.js'
import { leavesOf, verbatim } from './leaves.js'
import { dropLooseSpaces } from './loose-spaces.js'
import { bindMarks } from './marks.js'
import { editsOf, isLongWord, titleEdits, wordEdits } from './rules.js'

/** Elements that become bookmarks, where an inserted space would be visible. */
const bookmarked = new Set(['h1', 'h2', 'h3'])

/**
 * Prepares text for the browser's line breaker: quarter-cell gaps between Han and Latin, numbers
 * kept with their units, break opportunities that Chinese typesetting has and Chromium has not, no
 * runt of one character. Consumes the given tree.
 */
export function setType(root: Root, options: TypographyOptions): Root {
  return { ...root, children: setChildren(root.children, options, false) as Root['children'] }
}

/** Prepares a title in a list: inserts nothing, only keeps runs unbroken. */
export const keepWhole = (text: string): Root => ({
  type: 'root',
  children: edited(text, 0, titleEdits(text)),
})

/** Prepares the name of an attachment: no word is broken. */
export const keepWords = (text: string): Root => ({
  type: 'root',
  children: edited(text, 0, wordEdits(text)),
})

type Node = Root['children'][number]

const isBreak = (node: Node) => node.type === 'element' && node.tagName === 'br'

/** Splits the children of a block into lines of inline content and blocks, and typesets each. */
function setChildren(
  children: readonly Node[],
  options: TypographyOptions,
  bookmark: boolean,
): Node[] {
  const made: Node[] = []
  let line: ElementContent[] = []
  const endLine = () => {
    made.push(...setLine(line, { ...options, gap: options.gap && !bookmark }))
    line = []
  }
  for (const child of children) {
    if (isInline(child) && !isBreak(child)) line.push(child as ElementContent)
    else {
      endLine()
      made.push(child.type === 'element' ? setBlock(child, options) : child)
    }
  }
  endLine()
  return made
}

const cellKinds: Readonly<Record<string, TypographyOptions['cell']>> = { th: 'head', td: 'body' }

function setBlock(element: Element, options: TypographyOptions): Element {
  if (verbatim.has(element.tagName)) return element
  const cell = cellKinds[element.tagName] ?? options.cell
  const children = setChildren(
    element.children,
    { ...options, cell },
    bookmarked.has(element.tagName),
  )
  return { ...element, children: children as ElementContent[] }
}

/**
 * Typesets one run of inline content without line breaks: the rules read its whole text, the edits
 * apply to its text nodes.
 */
function setLine(content: readonly ElementContent[], options: TypographyOptions): ElementContent[] {
  dropLooseSpaces(content)
  // The edges are read first: the spans that `bindMarks` adds are not the author's markup.
  const edges = edgesOf(leavesOf(content))
  const line = bindMarks(content)
  const leaves = leavesOf(line)
  const text = leaves.map(({ value }) => value).join('')
  if (text.trim() === '') return [...line]
  const edits = editsOf({ text, edges }, options)
  const replacements = new Map<Text, ElementContent[]>()
  let start = 0
  for (const [index, { value, node }] of leaves.entries()) {
    // An insertion before code belongs to the text node in front of it.
    const next = leaves[index + 1]
    const closed = next !== undefined && !next.node
    if (node) replacements.set(node, edited(value, start, edits, closed))
    start += value.length
  }
  return line.flatMap((node) => replaced(node, replacements))
}

function edgesOf(leaves: readonly Leaf[]): Set<number> {
  const edges = new Set<number>()
  let edge = 0
  for (const { value } of leaves) {
    edges.add(edge)
    edge += value.length
  }
  return edges
}

function replaced(
  node: ElementContent,
  replacements: Map<Text, ElementContent[]>,
): ElementContent[] {
  if (node.type === 'text') return replacements.get(node) ?? [node]
  if (node.type !== 'element') return [node]
  if (node.tagName === 'code') return [code(node)]
  if (verbatim.has(node.tagName)) return [node]
  return [{ ...node, children: node.children.flatMap((child) => replaced(child, replacements)) }]
}

/** Code whose long words may break anywhere at the end of a line. */
function code(node: Element): Element {
  const words = textOf(node).split(/([!-~]+)/)
  if (!words.some(isLongWord)) return node
  const children = words.map((value): ElementContent => {
    const text: Text = { type: 'text', value }
    if (!isLongWord(value)) return text
    const properties = { className: ['breakable'] }
    return { type: 'element', tagName: 'span', properties, children: [text] }
  })
  return { ...node, children }
}
