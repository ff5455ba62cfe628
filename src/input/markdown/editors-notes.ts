import { visit } from 'unist-util-visit'
import { plainText } from '../../text/markdown-tree.js'
import { setAlert } from './alerts.js'
import type { TreeStep } from './context.js'

const noteBeginning = /^\s*(?:(?:编\s*者\s*)?按\s*[：:]|编者按语)/

/** Whether a quotation that begins with these words is an editor's note. */
export const isNote = (words: string): boolean => noteBeginning.test(words)

/**
 * Distinguishes editor's notes (`> 按：…`, `> 编者按：…`) and alerts (`> [!NOTE]`) from quotations.
 */
export const notes: TreeStep = (tree) => {
  visit(tree, 'blockquote', (node) => {
    const isAlert = setAlert(node)
    const [first] = node.children
    node.data =
      isAlert || (first !== undefined && isNote(plainText(first)))
        ? { hName: 'aside', hProperties: { className: ['editors-note'] } }
        : { hProperties: { className: ['quotation'] } }
  })
}
