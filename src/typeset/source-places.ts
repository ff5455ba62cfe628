import type { Element, Nodes, Root } from 'hast'

/**
 * Writes on every paragraph, heading, list item, table row and other smallest block where its
 * source is: `data-place="12-14 issue-54/01.md"`. The layout measures these blocks for a preview.
 * Changes the tree in place.
 */
export function markSourcePlaces(root: Root | Element, file: string): void {
  for (const node of root.children) {
    if (node.type !== 'element') continue
    const lines = isSmallest(node) ? linesOf(node) : undefined
    if (lines) node.properties.dataPlace = `${lines.first}-${lines.last} ${file}`
    else markSourcePlaces(node, file)
  }
}

const smallest = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'pre', 'figure', 'dt'])
const parents = new Set([...smallest, 'ul', 'ol', 'dl', 'blockquote', 'table', 'div'])

/** A list item or a definition is one only when it holds text, and no blocks of its own. */
function isSmallest(node: Element): boolean {
  const { tagName, properties, children } = node
  if (smallest.has(tagName)) return true
  if (Array.isArray(properties.className) && properties.className.includes('formula')) return true
  if (tagName !== 'li' && tagName !== 'dd') return false
  return !children.some((child) => child.type === 'element' && parents.has(child.tagName))
}

/** The source lines of a node: its own, or those of the descendants that have a position. */
function linesOf(node: Nodes): { first: number; last: number } | undefined {
  if (node.position) return { first: node.position.start.line, last: node.position.end.line }
  if (!('children' in node)) return undefined
  const found = node.children.flatMap((child) => linesOf(child) ?? [])
  if (found.length === 0) return undefined
  return {
    first: Math.min(...found.map(({ first }) => first)),
    last: Math.max(...found.map(({ last }) => last)),
  }
}
