import type { Break, Nodes, Parents } from 'mdast'
import { visit } from 'unist-util-visit'
import type { TreeStep } from './context.js'
import { h } from './hast-node.js'

/**
 * Keeps hard line breaks, and sets `---` as a blank line: Chinese print does not separate text with
 * a rule.
 */
export const breaks: TreeStep = (tree) => {
  visit(tree, (node, index, parent) => {
    if (holdsLines(node)) trim(node)
    if (index === undefined || !parent) return
    if (node.type === 'break') parent.children[index] = h('br', {}, [], node)
    if (node.type === 'thematicBreak') {
      parent.children[index] = h('div', { className: ['space'] }, [], node)
    }
  })
}

const holdsLines = (node: Nodes): node is Parents & Nodes =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'

/** Removes the line separators at both ends of a block, where they separate nothing. */
function trim({ children }: Parents): void {
  while (isSeparator(children[0])) children.shift()
  while (isSeparator(children.at(-1))) children.pop()
}

const isSeparator = (node: Nodes | undefined): node is Break =>
  node?.type === 'break' && node.data?.separator === true
