import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Point } from '../model/place.js'

/**
 * Yields every node of an mdast tree in reading order, the root first. Not recursive, so depth is
 * not limited.
 */
export function* walk(tree: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
}

/** Returns the text of a node without markup, HTML and the alternative text of pictures. */
export const plainText = (node: Nodes): string =>
  textOf(node, { includeImageAlt: false, includeHtml: false })

/** Returns the start of a node, or the start of the file for a node without a position. */
export const pointOf = ({ position }: Pick<Nodes, 'position'>): Point => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
})

/** A heading with its plain text and place. */
export interface HeadingText {
  /** Number of `#`, 1–6. */
  depth: number
  text: string
  at: Point
}

/** Returns the headings of an article in reading order. */
export function headingsOf(body: Root): HeadingText[] {
  const headings: HeadingText[] = []
  for (const node of walk(body)) {
    if (node.type === 'heading') {
      headings.push({ depth: node.depth, text: plainText(node).trim(), at: pointOf(node) })
    }
  }
  return headings
}
