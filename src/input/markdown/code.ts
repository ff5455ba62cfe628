import { visit } from 'unist-util-visit'
import { lineSeparator } from '../../text/characters.js'
import type { TreeStep } from './context.js'
import { hFinished } from './hast-node.js'

/** Sets code verbatim, without syntax highlighting. */
export const code: TreeStep = (tree) => {
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent) return
    if (node.type === 'code') {
      const value = node.value.replace(lineSeparator, '\n')
      const inside = { type: 'text' as const, value }
      const element = {
        type: 'element' as const,
        tagName: 'code',
        properties: {},
        children: [inside],
      }
      parent.children[index] = hFinished('pre', { className: ['code'] }, [element], node)
    } else if (node.type === 'inlineCode') {
      const inside = { type: 'text' as const, value: node.value.replace(lineSeparator, ' ') }
      parent.children[index] = hFinished('code', {}, [inside], node)
    }
  })
}
