import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { walk } from '../../text/markdown-tree.js'
import type { TreeStep } from './context.js'

/**
 * Removes page breaks that would produce an empty page: at the beginning and the end of an article,
 * before another one, and next to a table that has a page of its own.
 */
export const pageBreaks: TreeStep = (tree) => {
  const blocks = tree.children.filter(isPrinted)
  const superfluous = new Set<RootContent>()
  for (const [index, node] of blocks.entries()) {
    if (!has(node, 'page-break')) continue
    const before = blocks[index - 1]
    const after = blocks[index + 1]
    const parts = before && after && !has(before, 'landscape-end') && !begins(after)
    if (!parts || before === undefined || isFirst(blocks, index)) superfluous.add(node)
  }
  tree.children = tree.children.filter((node) => !superfluous.has(node))
}

/** Whether only page breaks precede a block. */
const isFirst = (blocks: readonly RootContent[], index: number): boolean =>
  blocks.slice(0, index).every((node) => has(node, 'page-break'))

const begins = (node: RootContent): boolean =>
  has(node, 'page-break') || has(node, 'landscape-start')

/** Footnotes are placed after the signature, and a blank paragraph prints nothing. */
function isPrinted(node: RootContent): boolean {
  if (has(node, 'footnotes')) return false
  if (node.type !== 'paragraph' || textOf(node).trim() !== '') return true
  return [...walk(node)].some(
    ({ type }) => type === 'image' || type === 'crafted' || type === 'html',
  )
}

const has = (node: RootContent, name: string): boolean =>
  node.type === 'crafted' &&
  Array.isArray(node.data.hProperties.className) &&
  node.data.hProperties.className.includes(name)
