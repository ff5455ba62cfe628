import type { Element, ElementContent, Root, RootContent } from 'hast'

/**
 * Puts what stands between `<!-- landscape -->` and `<!-- /landscape -->` (or the end) on pages
 * that are turned sideways (GB/T 9704—2012, 8). Only at the top of a body. Changes it in place.
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
