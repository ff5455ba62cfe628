import type { Element, ElementContent, Root } from 'hast'
import { isInline } from '../../../text/inline-elements.js'

const holders = new Set(['blockquote', 'aside', 'section'])

/** Wraps text whose enclosing element was removed in paragraphs. */
export function wrapLooseText(tree: Root): void {
  wrap(tree)
  for (const child of tree.children) {
    if (child.type === 'element' && holders.has(child.tagName)) wrap(child)
  }
}

function wrap(parent: Root | Element): void {
  const wrapped: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = () => {
    const blank = run.every((node) => node.type === 'text' && /^\s*$/.test(node.value))
    if (blank) wrapped.push(...run)
    else wrapped.push({ type: 'element', tagName: 'p', properties: {}, children: run })
    run = []
  }
  for (const child of parent.children as ElementContent[]) {
    if (isInline(child)) run.push(child)
    else {
      flush()
      wrapped.push(child)
    }
  }
  flush()
  parent.children = wrapped
}
