import type { Definition } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { walk } from '../../text/text.js'
import type { Step } from './context.js'

/** Writes links and pictures by reference (`[字][1]`) out, so that later steps know one kind of each. */
export const references: Step = (tree) => {
  const definitions = new Map<string, Definition>()
  for (const node of walk(tree)) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    }
  }
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent) return
    if (node.type === 'definition') {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return
    const { url, title } = definitions.get(node.identifier) ?? { url: '', title: null }
    parent.children[index] =
      node.type === 'linkReference'
        ? { type: 'link', url, title, children: node.children, position: node.position }
        : { type: 'image', url, title, alt: node.alt, position: node.position }
  })
}
