import { pageOf } from './destinations.js'
import { catalogueNumber, dictionaryAt, type Pdf, pageNumbers } from './document.js'
import { type Dictionary, referenceFrom, unexpected } from './syntax.js'
import { textFrom } from './text.js'

/** A bookmark. */
export interface OutlineItem {
  /** As the browser collected it from the page: the glyphs of the heading, without line breaks. */
  title: string
  /** From 1 for the outermost level. */
  depth: number
  /** Physical page, from 1. */
  page: number
}

/** A bookmark with its object number and dictionary. */
export interface OutlineNode extends OutlineItem {
  number: number
  entries: Dictionary
  children: OutlineNode[]
}

/** The outline root with its bookmarks. */
export type OutlineTree = Pick<OutlineNode, 'number' | 'entries' | 'children'>

/** Returns all bookmarks in reading order. */
export const outline = (pdf: Pdf): OutlineItem[] =>
  flat(outlineTree(pdf)?.children ?? []).map(({ title, depth, page }) => ({ title, depth, page }))

/** Returns the nodes and all their descendants in reading order. */
export const flat = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)])

/**
 * Returns the outline as a tree with its root; undefined if the document has no headings.
 *
 * @throws Error if the outline is malformed.
 */
export function outlineTree(pdf: Pdf): OutlineTree | undefined {
  const root = dictionaryAt(pdf, catalogueNumber(pdf)).get('Outlines')
  if (root === undefined) return undefined
  const pages = pageNumbers(pdf)
  const seen = new Set<number>()

  const childrenOf = (parent: Dictionary, depth: number): OutlineNode[] => {
    const children: OutlineNode[] = []
    for (let next = parent.get('First'); next !== undefined; ) {
      const number = referenceFrom(next)
      if (seen.has(number)) throw unexpected('书签绕回了自己')
      seen.add(number)
      const entries = dictionaryAt(pdf, number)
      const title = textFrom(entries.get('Title') ?? '()')
      const page = pageOf(entries.get('Dest') ?? '', pages)
      children.push({
        number,
        entries,
        title,
        depth,
        page,
        children: childrenOf(entries, depth + 1),
      })
      next = entries.get('Next')
    }
    return children
  }

  const number = referenceFrom(root)
  const entries = dictionaryAt(pdf, number)
  return { number, entries, children: childrenOf(entries, 1) }
}
