import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Point } from '../model/place.js'

/** Every node of a tree, in reading order, the root first. Takes any depth. */
export function* walk(tree: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
}

/** The words of a node, without marks, tags and the descriptions of pictures. */
export const plainText = (node: Nodes): string =>
  textOf(node, { includeImageAlt: false, includeHtml: false })

/** Where a node begins; the head of the file for a node that no source gave. */
export const pointOf = ({ position }: Pick<Nodes, 'position'>): Point => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
})

/** A heading as the checks and the contents ask about it. */
export interface HeadingText {
  /** Number of `#`, 1–6. */
  depth: number
  text: string
  at: Point
}

/** The headings of an article in reading order. */
export function headingsOf(body: Root): HeadingText[] {
  const headings: HeadingText[] = []
  for (const node of walk(body)) {
    if (node.type === 'heading') {
      headings.push({ depth: node.depth, text: plainText(node).trim(), at: pointOf(node) })
    }
  }
  return headings
}
