import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Our elements on their way through an HTML parser together with an author's. */
export interface OwnElements {
  /** Gives a parsed element back as ours was; undefined for one that an author wrote. */
  restore(parsed: Element): Element | undefined
}

/**
 * Marks our elements with an attribute that no author can have written, because its name does not
 * occur in what they wrote. What an element is and says of itself stays here meanwhile.
 */
export function markOwn(tree: Root): OwnElements {
  const name = unusedName(tree)
  const own: Element[] = []
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || !parent) return
    const properties = { [name]: String(own.length) }
    own.push(node)
    // A drawing is nothing that an HTML parser need see.
    const drawing = isDrawing(node)
    const { position } = node
    const tagName = drawing ? 'img' : node.tagName
    const children = drawing ? [] : node.children
    parent.children[index] = { type: 'element', tagName, properties, children, position }
    return drawing ? SKIP : undefined
  })
  return {
    restore(parsed) {
      const original = own[Number(parsed.properties[name] ?? Number.NaN)]
      if (!original || isDrawing(original)) return original
      return { ...original, children: parsed.children }
    },
  }
}

/** Whether an element of ours is finished with all that is in it: a QR code, a formula. */
export const isDrawing = ({ tagName }: Element): boolean => tagName === 'svg' || tagName === 'math'

function unusedName(tree: Root): string {
  let written = ''
  visit(tree, 'raw', ({ value }) => {
    written += value.toLowerCase()
  })
  let number = 0
  while (written.includes(`own${number}`)) number += 1
  return `own${number}`
}
