import { visit } from 'unist-util-visit'
import type { TreeStep } from './context.js'
import { h } from './hast-node.js'

/**
 * Converts Markdown pictures to elements with their address as written. `figures` sets them
 * together with the pictures in HTML.
 */
export const images: TreeStep = (tree) => {
  visit(tree, 'image', ({ url, alt, title, data, position }, index, parent) => {
    if (index === undefined || !parent) return
    const properties = { src: url, alt: alt ?? '', ...(title && { title }), ...data?.size }
    parent.children[index] = h('img', properties, [], { position })
  })
}
