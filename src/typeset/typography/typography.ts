import type { Element, ElementContent, Root, Text } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isBlank, isInline } from '../../text/inline-elements.js'
import { isLongWord } from '../../text/long-words.js'
import { classesOf } from '../inline-pictures.js'
import type { ComposedLines } from '../lines/composed.js'
import type { Composer } from '../lines/composer.js'
import type { Place } from '../lines/places.js'
import { startOf } from '../source-lines.js'
import type { Edits, TypographyOptions } from './edits.js'
import { edited } from './edits.js'
import type { Leaf } from './leaves.js'
import { leavesOf, verbatim } from './leaves.js'
import { dropLooseSpaces } from './loose-spaces.js'
import { bindMarks } from './marks.js'
import { composedEdits, editsOf, titleEdits, wordEdits } from './rules.js'

/** Elements that become bookmarks, where an inserted space would be visible. */
const bookmarked = new Set(['h1', 'h2', 'h3'])

/** What a block hands down to those within it. */
interface Around extends TypographyOptions {
  composer?: Composer | undefined
  /** Undefined where the browser breaks the lines. */
  place?: Place | undefined
}

/**
 * Prepares text for the page. If a composer is given and knows the width of a block, it sets the
 * lines. All other text is prepared for the browser's line breaker: quarter-cell gaps between Han and
 * Latin, numbers kept with their units, break opportunities that Chinese typesetting has and Chromium
 * has not, no runt of one character. Consumes the given tree.
 */
export function setType(root: Root, options: TypographyOptions, composer?: Composer): Root {
  const around = { ...options, composer, place: composer?.place }
  return { ...root, children: setChildren(root.children, around, false) as Root['children'] }
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
function setChildren(children: readonly Node[], around: Around, bookmark: boolean): Node[] {
  const made: Node[] = []
  let line: ElementContent[] = []
  // Verse is broken as its writer broke it.
  const isVerse = children.some(isBreak)
  const endLine = () => {
    const composed = isVerse ? undefined : composedLine(line, around)
    if (composed)
      made.push(
        withLines({ type: 'element', tagName: 'span', properties: {}, children: [] }, composed),
      )
    else made.push(...setLine(line, { ...around, gap: around.gap && !bookmark }))
    line = []
  }
  let index = 0
  for (const child of children) {
    if (isInline(child) && !isBreak(child)) line.push(child as ElementContent)
    else {
      endLine()
      made.push(child.type === 'element' ? setBlock(child, index, around) : child)
    }
    if (child.type === 'element') index++
  }
  endLine()
  return made
}

const cellKinds: Readonly<Record<string, TypographyOptions['cell']>> = { th: 'head', td: 'body' }

function setBlock(element: Element, index: number, around: Around): Element {
  if (verbatim.has(element.tagName)) return element
  const { composer, place } = around
  const within: Around = {
    ...around,
    cell: cellKinds[element.tagName] ?? around.cell,
    place: place && composer?.within(place, element, index),
  }
  if (element.children.every((child) => isInline(child) && !isBreak(child))) {
    const composed = composedLine(element.children, within)
    if (composed) return withLines(element, composed)
  }
  const children = setChildren(element.children, within, bookmarked.has(element.tagName))
  return { ...element, children: children as ElementContent[] }
}

/** A block with composed lines in place of what it held. */
const withLines = (
  element: Element,
  { content, className, dataLines, dataFit }: ComposedLines,
): Element => ({
  ...element,
  properties: {
    ...element.properties,
    className: [...classesOf(element), className],
    dataLines,
    ...(dataFit !== undefined && { dataFit }),
  },
  children: content,
})

/** A run of inline content with its lines drawn in; undefined when it is the browser's to break. */
function composedLine(
  content: readonly ElementContent[],
  { composer, place }: Around,
): ComposedLines | undefined {
  if (!composer || !place || content.every(isBlank)) return undefined
  dropLooseSpaces(content)
  const leaves = leavesOf(content)
  const text = leaves.map(({ value }) => value).join('')
  const edits = composedEdits({ text, edges: edgesOf(leaves) })
  const replacements = replacementsOf(leaves, edits)
  return composer.set(
    content.flatMap((node) => withReplaced(node, replacements, (code) => code)),
    place,
    startOf({ type: 'root', children: [...content] }),
  )
}

/**
 * Typesets one run of inline content without line breaks: the rules read its whole text, the edits
 * apply to its text nodes.
 */
function setLine(content: readonly ElementContent[], options: Around): ElementContent[] {
  dropLooseSpaces(content)
  // The edges are read first: the spans that `bindMarks` adds are not the author's markup.
  const edges = edgesOf(leavesOf(content))
  const line = bindMarks(content)
  const leaves = leavesOf(line)
  const text = leaves.map(({ value }) => value).join('')
  if (text.trim() === '') return [...line]
  const edits = editsOf({ text, edges }, options)
  const replacements = replacementsOf(leaves, edits)
  return line.flatMap((node) => withReplaced(node, replacements, code))
}

/** What becomes of each text of a line. */
export function replacementsOf(leaves: readonly Leaf[], edits: Edits): Map<Text, ElementContent[]> {
  const replacements = new Map<Text, ElementContent[]>()
  let start = 0
  for (const [index, { value, node }] of leaves.entries()) {
    // An insertion before code belongs to the text node in front of it.
    const next = leaves[index + 1]
    const closed = next !== undefined && !next.node
    if (node) replacements.set(node, edited(value, start, edits, closed))
    start += value.length
  }
  return replacements
}

/** The offsets in a line where markup begins or ends. */
export function edgesOf(leaves: readonly Leaf[]): Set<number> {
  const edges = new Set<number>()
  let edge = 0
  for (const { value } of leaves) {
    edges.add(edge)
    edge += value.length
  }
  return edges
}

/** A node with the texts of its line replaced, and its code set by `setCode`. */
export function withReplaced(
  node: ElementContent,
  replacements: Map<Text, ElementContent[]>,
  setCode: (code: Element) => Element,
): ElementContent[] {
  if (node.type === 'text') return replacements.get(node) ?? [node]
  if (node.type !== 'element') return [node]
  if (node.tagName === 'code') return [setCode(node)]
  if (verbatim.has(node.tagName)) return [node]
  const children = node.children.flatMap((child) => withReplaced(child, replacements, setCode))
  return [{ ...node, children }]
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
