import { eastAsianWidth } from 'get-east-asian-width'

/** Characters that stand on the one before: combining marks, joiners, variation selectors. */
const none = /[\p{M}\p{Cf}]/u

/** Columns that a text takes in a terminal; a full-width character takes two. */
export const columnsOf = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum + (none.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0)),
    0,
  )

/** The beginning of a text, as much as fits into some columns. */
export function cutToColumns(text: string, columns: number): string {
  let cut = ''
  for (const character of text) {
    if (columnsOf(cut + character) > columns) return cut
    cut += character
  }
  return cut
}
