import { visit } from 'unist-util-visit'
import { plainText } from '../../text/text.js'
import type { Step } from './context.js'

const noteBeginning = /^\s*(?:(?:编\s*者\s*)?按\s*[：:]|编者按语)/

/** Tells an editor's note (`> 按：…`, `> 编者按：…`) from a quotation. */
export const notes: Step = (tree) => {
  visit(tree, 'blockquote', (node) => {
    const [first] = node.children
    const isNote = first !== undefined && noteBeginning.test(plainText(first))
    node.data = isNote
      ? { hName: 'aside', hProperties: { className: ['editors-note'] } }
      : { hProperties: { className: ['quotation'] } }
  })
}
