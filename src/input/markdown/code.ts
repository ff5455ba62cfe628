import { visit } from 'unist-util-visit'
import { lineSeparator } from '../../text/characters.js'
import type { Step } from './context.js'
import { craftFinished } from './hast-node.js'

/** Sets code as it stands, without the colouring that its language would ask for on a screen. */
export const code: Step = (tree) => {
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
      parent.children[index] = craftFinished('pre', { className: ['code'] }, [element], node)
    } else if (node.type === 'inlineCode') {
      const inside = { type: 'text' as const, value: node.value.replace(lineSeparator, ' ') }
      parent.children[index] = craftFinished('code', {}, [inside], node)
    }
  })
}
