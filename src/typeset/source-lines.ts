import type { Element, Nodes, Root } from 'hast'

/** Blocks that may be wider than the page; diagnostics locate them by the line written on them. */
const isBlock = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === 'pre' ||
  (Array.isArray(className) && /^(?:table|figure|formula)$/.test(String(className[0])))

/** Writes its source line on every block that the layout may report. Changes the tree in place. */
export function markSourceLines(root: Root | Element): void {
  for (const node of root.children) {
    if (node.type !== 'element') continue
    const line = isBlock(node) ? lineOf(node) : undefined
    if (line !== undefined) node.properties.dataLine = line
    markSourceLines(node)
  }
}

/** The source line of a node, or of its first descendant that has a position. */
function lineOf(node: Nodes): number | undefined {
  if (node.position) return node.position.start.line
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const line = lineOf(child)
    if (line !== undefined) return line
  }
  return undefined
}
