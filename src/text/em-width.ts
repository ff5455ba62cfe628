/**
 * Full-width characters: Han, Chinese marks, full-width forms, and also curly quotes and dashes.
 */
const fullWidth =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u2014\u2018\u2019\u201c\u201d\u2026\u2460-\u24ff\u3000-\u303f\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6●■○★]/u

/**
 * Returns the width of one character in em: 1 for a Han character or a full-width mark, ½ for all
 * others.
 */
export const cellsOfCharacter = (character: string): number => (fullWidth.test(character) ? 1 : 0.5)

/** Returns the width of a text in em (字), before any squeezing. */
export const widthInEm = (text: string): number =>
  [...text].reduce((width, character) => width + cellsOfCharacter(character), 0)
