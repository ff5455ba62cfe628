import { em } from './item.js'
import type { Measured } from './measured.js'
import { edgeAt } from './measured.js'

/** A last line that is narrower than this, its marks left out, holds a single character. */
const leastContent = (3 * em) / 2

/** Whether all from an item on would be 孤字 as a last line: one character, or one and its marks (CLREQ 3.4.4). */
export function isRunt(text: Measured, first: number): boolean {
  if (first === 0) return false
  let content = 0
  for (let at = first; at < text.items.length && content < leastContent; at++) {
    if (edgeAt(text, at).isContent) content += text.items[at]?.advance ?? 0
  }
  return content < leastContent
}
