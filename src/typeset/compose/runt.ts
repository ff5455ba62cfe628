import { em } from './item.js'
import type { Measured } from './measured.js'

/** A last line that is narrower than this, its marks left out, holds a single character. */
const leastContent = (3 * em) / 2

/** Whether all from an item on would be 孤字 as a last line: one character, or one and its marks (CLREQ 3.4.4). */
export const isRunt = ({ content }: Measured, first: number): boolean =>
  first > 0 && (content.at(-1) ?? 0) - (content[first] ?? 0) < leastContent
