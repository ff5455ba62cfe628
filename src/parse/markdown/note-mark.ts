/** The mark of a note: ①–⑳, which every Chinese font has; beyond them the number in brackets. */
export const noteMark = (number: number): string =>
  number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `(${number})`
