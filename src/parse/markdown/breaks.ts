import { visit } from 'unist-util-visit'
import type { Step } from './context.js'
import { craft } from './craft.js'

/** Keeps hard line breaks, and makes `---` a blank line: printed Chinese parts nothing with a rule. */
export const breaks: Step = (tree) => {
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent) return
    if (node.type === 'break') parent.children[index] = craft('br', {}, [], node)
    if (node.type === 'thematicBreak') {
      parent.children[index] = craft('div', { className: ['space'] }, [], node)
    }
  })
}
