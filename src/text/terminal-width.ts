import { eastAsianWidth } from 'get-east-asian-width'
import { graphemes } from './graphemes.js'

/** Zero-width characters: combining marks, joiners, variation selectors. */
const zeroWidth = /[\p{M}\p{Cf}]/u
/** Characters and sequences drawn as an emoji: 👍 1️⃣ 👨‍👩‍👧. */
const emoji = /\p{Emoji_Presentation}|\ufe0f/u

/** Returns the width of a text in terminal columns; a full-width character takes two. */
export const columnsOf = (text: string): number =>
  graphemes(text).reduce((sum, character) => sum + columnsOfOne(character), 0)

const columnsOfOne = (character: string): number =>
  emoji.test(character)
    ? 2
    : [...character].reduce(
        (sum, one) => sum + (zeroWidth.test(one) ? 0 : eastAsianWidth(one.codePointAt(0) ?? 0)),
        0,
      )

/**
 * Returns the longest beginning of a text that fits into `columns` columns, without splitting
 * graphemes.
 */
export function cutToColumns(text: string, columns: number): string {
  let cut = ''
  let used = 0
  for (const character of graphemes(text)) {
    used += columnsOfOne(character)
    if (used > columns) return cut
    cut += character
  }
  return cut
}
