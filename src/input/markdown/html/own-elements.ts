import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * The elements that the program generated, while they pass through the HTML parser together with an
 * author's.
 */
export interface OwnElements {
  /**
   * Returns the generated element for a parsed one; undefined for an element that an author wrote.
   */
  restore(parsed: Element): Element | undefined
}

/**
 * Marks the generated elements with an attribute. Its name does not occur in the author's HTML, so
 * an author cannot have written it. The tag names and properties are kept here until `restore`.
 */
export function markOwn(tree: Root): OwnElements {
  const name = unusedName(tree)
  const own: Element[] = []
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || !parent) return
    const properties = { [name]: String(own.length) }
    own.push(node)
    // The HTML parser does not need the content of a drawing.
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

/**
 * Whether a generated element is complete with its content: a QR code (SVG) or a formula (MathML).
 */
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
