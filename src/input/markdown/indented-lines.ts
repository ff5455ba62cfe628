import type { Paragraph, Root } from 'mdast'
import { plainText } from '../../text/markdown-tree.js'

/**
 * Blanks at the beginning of a line that cannot come from wrapping: two full-width ones, or four
 * others.
 */
const typedBlanks = /^(?:[\u2003\u3000]{2}|[\u2002\u00a0]{4})/
/**
 * The number of columns of ASCII blanks that count as positioning; more than the indent of a nested
 * list.
 */
const placingColumns = 8

/** A line of full-width blanks only, which looks like a blank line. */
const blank = /^[\s\u3000]+$/u

/**
 * Whether a line begins a paragraph by its typed indent. Text pasted from a word processor has two
 * blanks at the beginning of paragraphs, and a run of them before the signature and the date.
 *
 * @param columns the number of ASCII blanks before the line; `line` excludes them.
 * @param previous the line before, from the same paragraph.
 */
export const beginsIndented = (line: string, columns: number, previous: string): boolean =>
  columns >= placingColumns || typedBlanks.test(line) || blank.test(line) || blank.test(previous)

/** The width of blanks, in em, from which a line counts as moved to the right. */
const minPushedEms = 8
/** Maximum length of a signature or date, in characters. */
const maxLength = 24

/**
 * The lines at the end of a body that are moved to the right with blanks, as a signature and its
 * date are typed. They are set flush right, because the width of the blanks depends on the font in
 * which they were typed.
 */
export function pushedRight({ children }: Root): Paragraph[] {
  const found: Paragraph[] = []
  for (const block of children.toReversed()) {
    if (block.type !== 'paragraph' || !isPushed(block)) break
    found.push(block)
  }
  return found
}

function isPushed(block: Paragraph): boolean {
  const text = plainText(block)
  const blanks = /^[\u2003\u3000]*/.exec(text)?.[0].length ?? 0
  const ems = blanks + ((block.position?.start.column ?? 1) - 1) / 2
  return ems >= minPushedEms && text.trim().length <= maxLength && !/[\r\n]/.test(text.trim())
}
