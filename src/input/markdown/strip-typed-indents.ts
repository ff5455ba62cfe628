import { visit } from 'unist-util-visit'
import type { Step } from './context.js'

/** One or two full-width spaces (or as many no-break ones) typed for an indent, which the page makes itself. */
const typedIndent = /^(?:\u3000{1,2}|\u00a0{2,8})(?![\u3000\u00a0])/

/** Takes typed indents off paragraphs; a longer row of spaces is meant and stays. */
export const paragraphs: Step = (tree) => {
  visit(tree, 'paragraph', ({ children: [first] }) => {
    const text = first?.type === 'strong' ? first.children[0] : first
    if (text?.type === 'text') text.value = text.value.replace(typedIndent, '')
  })
}
