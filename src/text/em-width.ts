/** Full-width characters: Han, Chinese marks, full-width forms. Curly quotes and dashes are set full width. */
const fullWidth =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u2014\u2018\u2019\u201c\u201d\u2026\u2460-\u24ff\u3000-\u303f\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6●■○★]/u

/** The width of one character in cells: 1 for a Han character or full-width mark, ½ for the rest. */
export const cellsOfCharacter = (character: string): number => (fullWidth.test(character) ? 1 : 0.5)

/** The width of a text in cells of the grid (字), before any squeezing. */
export const widthInEm = (text: string): number =>
  [...text].reduce((width, character) => width + cellsOfCharacter(character), 0)
