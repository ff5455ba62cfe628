import type { Element, ElementContent, Root, RootContent } from 'hast'

/**
 * Wraps the blocks between `<!-- landscape -->` and `<!-- /landscape -->` (or the end) into
 * landscape pages (GB/T 9704—2012, 8). Considers only the top level of a body. Changes the tree in
 * place.
 */
export function turnLandscape(root: Root): void {
  const made: RootContent[] = []
  let turned: Element | undefined
  for (const node of root.children) {
    if (isMark(node, 'landscape-start')) {
      turned ??= box('landscape-page', [])
      continue
    }
    if (isMark(node, 'landscape-end')) {
      if (turned) made.push(box('landscape', [turned]))
      turned = undefined
      continue
    }
    if (turned && node.type !== 'doctype') turned.children.push(node)
    else made.push(node)
  }
  if (turned) made.push(box('landscape', [turned]))
  root.children = made
}

const isMark = (node: RootContent, name: string): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties.className) &&
  node.properties.className.includes(name)

const box = (name: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: [name] },
  children,
})
