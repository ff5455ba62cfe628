/**
 * The mark of a footnote: a circled number ①–⑳, which every Chinese font contains; above 20 the
 * number in brackets.
 */
export const noteMark = (number: number): string =>
  number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `(${number})`
