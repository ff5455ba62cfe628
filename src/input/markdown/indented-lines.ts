import type { Paragraph, Root } from 'mdast'
import { plainText } from '../../text/markdown-tree.js'

/** Blanks before a line that no wrapping of text leaves there: two full-width ones, or a row of others. */
const typedBlanks = /^(?:[\u2003\u3000]{2}|[\u2002\u00a0]{4})/
/** Columns of ASCII blanks that place a line, more than a list of lists indents its own by. */
const placingColumns = 8

/** A line of nothing but full-width blanks, which is a blank line to the eye. */
const blank = /^[\s\u3000]+$/u

/**
 * Whether a line begins a paragraph by its typed indent: text that is pasted from a word processor
 * has the two blanks of its paragraphs, and a row of them before who signs and the date.
 *
 * @param columns how many ASCII blanks stand before the line; it comes without them.
 * @param previous the line before, from the same paragraph.
 */
export const beginsIndented = (line: string, columns: number, previous: string): boolean =>
  columns >= placingColumns || typedBlanks.test(line) || blank.test(line) || blank.test(previous)

/** From so many ems on blanks push a line to the right. */
const pushed = 8
/** Longest signature or date, in characters. */
const longest = 24

/**
 * The lines at the end of a body that blanks push to the right, as a signature and its date are
 * typed: they are set flush right, since blanks are as wide only in the font that they were typed in.
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
  return ems >= pushed && text.trim().length <= longest && !/[\r\n]/.test(text.trim())
}
