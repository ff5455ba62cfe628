import { eastAsianWidth } from 'get-east-asian-width'
import { graphemes } from './graphemes.js'

/** Characters that stand on the one before: combining marks, joiners, variation selectors. */
const none = /[\p{M}\p{Cf}]/u
/** What is drawn as an emoji, alone or in a sequence: 👍 1️⃣ 👨‍👩‍👧. */
const emoji = /\p{Emoji_Presentation}|\ufe0f/u

/** Columns that a text takes in a terminal; a full-width character takes two. */
export const columnsOf = (text: string): number =>
  graphemes(text).reduce((sum, character) => sum + columnsOfOne(character), 0)

const columnsOfOne = (character: string): number =>
  emoji.test(character)
    ? 2
    : [...character].reduce(
        (sum, one) => sum + (none.test(one) ? 0 : eastAsianWidth(one.codePointAt(0) ?? 0)),
        0,
      )

/** The beginning of a text, as much as fits into some columns, its characters whole. */
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
