/** A number in a circle, ①–⑳, which every Chinese font has; beyond them the number in brackets. */
export const noteMark = (number: number): string =>
  number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `(${number})`
