import { pageOf } from './destinations.js'
import { catalogueNumber, dictionaryAt, type Pdf, pageNumbers } from './document.js'
import { type Dictionary, referenceFrom, unexpected } from './syntax.js'
import { textFrom } from './text.js'

/** One bookmark. */
export interface OutlineItem {
  /** As the browser gathered it from the page: the ink of the heading, without its line breaks. */
  title: string
  /** 1 for the outermost. */
  depth: number
  /** From 1. */
  page: number
}

/** A bookmark with its place in the file. */
export interface OutlineNode extends OutlineItem {
  number: number
  entries: Dictionary
  children: OutlineNode[]
}

/** All bookmarks, under the object that holds them. */
export type OutlineTree = Pick<OutlineNode, 'number' | 'entries' | 'children'>

/** Every bookmark in reading order. */
export const outline = (pdf: Pdf): OutlineItem[] =>
  flat(outlineTree(pdf)?.children ?? []).map(({ title, depth, page }) => ({ title, depth, page }))

/** These bookmarks and all below them, in reading order. */
export const flat = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)])

/** The outline as a tree, with its root; undefined when the document has no headings. */
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
