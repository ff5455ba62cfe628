import { visit } from 'unist-util-visit'
import type { TreeStep } from './context.js'
import { h } from './hast-node.js'

/** A path with its title right behind it, for want of the blank: a.jpg"width=50%" */
const joined = /^([^"“”'‘’]+\.[a-z]{3,4})(["“'‘])([^"“”'‘’]*)["”'’]$/iu

/**
 * Converts Markdown pictures to elements with their address as written. `figures` sets them
 * together with the pictures in HTML.
 */
export const images: TreeStep = (tree) => {
  visit(tree, 'image', ({ url, alt, title, data, position }, index, parent) => {
    if (index === undefined || !parent) return
    const [, path, , words] = (!title && joined.exec(url)) || []
    const said = title || words
    const properties = {
      src: path ?? url,
      alt: alt ?? '',
      ...(said && { title: said }),
      ...data?.size,
    }
    parent.children[index] = h('img', properties, [], { position })
  })
}
