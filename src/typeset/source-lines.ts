import type { Element, Nodes, Root } from 'hast'

/** Blocks that may turn out wider than the page; the layout names them by the line that they carry. */
const isBlock = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === 'pre' ||
  (Array.isArray(className) && /^(?:table|figure|formula)$/.test(String(className[0])))

/** Writes the line of its source on every block that the layout may have to complain about. */
export function markSourceLines(root: Root | Element): void {
  for (const node of root.children) {
    if (node.type !== 'element') continue
    const line = isBlock(node) ? lineOf(node) : undefined
    if (line !== undefined) node.properties.dataLine = line
    markSourceLines(node)
  }
}

/** The line of a node, or of the first within it that came from the source. */
function lineOf(node: Nodes): number | undefined {
  if (node.position) return node.position.start.line
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const line = lineOf(child)
    if (line !== undefined) return line
  }
  return undefined
}
