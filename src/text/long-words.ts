/**
 * Characters that separate the parts of an address, a path or a number. A natural-language word has
 * none.
 */
const joint = /[A-Za-z\d][/\\_@=&%#~:.?+-]+[A-Za-z\d]|\d/

/** Maximum letters of a natural-language word. */
const mostLetters = 45

/**
 * Whether a word is an address, a path or a number that may break anywhere at the end of a line.
 */
export const isLongWord = (word: string): boolean =>
  word.length >= 17 && (joint.test(word) || word.length > mostLetters)
