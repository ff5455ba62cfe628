import type { Element, Nodes, Root } from 'hast'
import type { Point } from '../model/place.js'

/** Blocks that may be wider than the page; diagnostics locate them by the line written on them. */
const isBlock = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === 'pre' ||
  (Array.isArray(className) && /^(?:table|figure|formula)$/.test(String(className[0])))

/** Writes its source line on every block that the layout may report. Changes the tree in place. */
export function markSourceLines(root: Root | Element): void {
  for (const node of root.children) {
    if (node.type !== 'element') continue
    const line = isBlock(node) ? startOf(node)?.line : undefined
    if (line !== undefined) node.properties.dataLine = line
    markSourceLines(node)
  }
}

/** Where the source of a node begins, or of its first descendant that has a position. */
export function startOf(node: Nodes): Point | undefined {
  if (node.position) return node.position.start
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const start = startOf(child)
    if (start !== undefined) return start
  }
  return undefined
}
