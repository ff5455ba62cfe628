import type { Element, ElementContent, Properties } from 'hast'
import { isBlank, isInline } from '../../../text/inline-elements.js'

/**
 * Converts content to blocks: wraps inline content in paragraphs, and removes blanks between
 * blocks.
 */
export function paragraphsOf(
  children: readonly ElementContent[],
  properties: Properties = {},
): ElementContent[] {
  const result: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = () => {
    const isSeen = run.some((node) => !isBlank(node))
    if (isSeen) result.push(element('p', properties, run))
    run = []
  }
  for (const child of children) {
    if (isInline(child)) run.push(child)
    else {
      flush()
      if (!isBlank(child)) result.push(child)
    }
  }
  flush()
  return result
}

/** Wraps content in an inline element. Inside blocks it wraps the inline content of each block. */
export function around(
  tagName: string,
  children: readonly ElementContent[],
  properties: Properties = {},
): ElementContent[] {
  if (children.every(isInline)) return [element(tagName, properties, children)]
  return children.map((child) => {
    if (isBlank(child)) return child
    if (isInline(child) || child.type !== 'element') return element(tagName, properties, [child])
    return { ...child, children: around(tagName, child.children, properties) }
  })
}

export const element = (
  tagName: string,
  properties: Properties,
  children: readonly ElementContent[],
): Element => ({ type: 'element', tagName, properties, children: [...children] })
