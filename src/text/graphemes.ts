const segmenter = new Intl.Segmenter('zh')

/**
 * Characters that can make several code units one grapheme: surrogate pairs, joiners, combining
 * marks.
 */
const multiUnit = /\p{M}|\u200d|[\u{10000}-\u{10ffff}]/u

/** Splits a text into graphemes: 👨‍👩‍👧 is one, é is one. */
export const graphemes = (text: string): string[] =>
  multiUnit.test(text) ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text]

/**
 * Returns the part of a text between two offsets (UTF-16 units), without graphemes that an offset
 * would split, so that messages contain no partial characters.
 */
export function wholeSlice(text: string, from: number, to: number): string {
  const start = Math.max(0, from)
  if (!multiUnit.test(text)) return text.slice(start, to)
  let result = ''
  for (const { segment, index } of segmenter.segment(text)) {
    if (index >= to) break
    if (index >= start && index + segment.length <= to) result += segment
  }
  return result
}
