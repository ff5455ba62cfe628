import type { Element, Root } from 'hast'
import { classesOf } from '../../typeset/inline-pictures.js'

/** `heading-2` of an article's second level, and so on. */
const levelOf = (element: Element): number | undefined => {
  const name = classesOf(element).find((one) => /^heading-[1-4]$/.test(one))
  return name === undefined ? undefined : Number(name.at(-1))
}

/** HTML has six levels of headings. */
const deepest = 6

/**
 * Makes real headings of an article's headings, on paper only the first level is one. `above` is the
 * level of the title that they stand under. A level that the author skipped is not skipped on the
 * page, because readers move from heading to heading by their levels (WCAG 2.2, 1.3.1). Changes the
 * tree in place.
 */
export function setHeadings(root: Root, above: number): void {
  const open: number[] = []
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const level = levelOf(child)
      if (level === undefined) walk(child)
      else {
        while ((open.at(-1) ?? 0) >= level) open.pop()
        open.push(level)
        child.tagName = `h${Math.min(deepest, above + open.length)}`
      }
    }
  }
  walk(root)
}
