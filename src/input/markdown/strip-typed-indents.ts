import type { Paragraph } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { TreeStep } from './context.js'
import { pushedRight } from './indented-lines.js'

/**
 * One or two full-width spaces (or two to eight no-break spaces) typed as an indent; the style
 * sheet indents paragraphs.
 */
const typedIndent = /^(?:\u3000{1,2}|\u00a0{2,8})(?![\u3000\u00a0])/

const leadingBlanks = /^[\s\u3000]+/u

/**
 * Removes typed indents and blank-looking lines from paragraphs, and aligns a typed signature to
 * the right. Any other long run of spaces is intended and stays.
 */
export const paragraphs: TreeStep = (tree) => {
  for (const block of pushedRight(tree)) {
    block.data = { ...block.data, hProperties: { className: ['align-right'] } }
    const [first] = block.children
    if (first?.type === 'text') first.value = first.value.replace(leadingBlanks, '')
  }
  visit(tree, 'paragraph', (block, index, parent) => {
    const [first] = block.children
    if (parent && index !== undefined && isBlank(block)) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    const text = first?.type === 'strong' ? first.children[0] : first
    if (text?.type === 'text') text.value = text.value.replace(typedIndent, '')
    return undefined
  })
}

const isBlank = ({ children }: Paragraph): boolean =>
  children.every((child) => child.type === 'text' && /^[\s\u3000]*$/u.test(child.value))
