const segmenter = new Intl.Segmenter('zh')

/**
 * Characters that can make several code units one grapheme: surrogate pairs, joiners, combining
 * marks.
 */
const multiUnit = /\p{M}|\u200d|[\u{10000}-\u{10ffff}]/u

/** Splits a text into graphemes: 👨‍👩‍👧 is one, é is one. */
export const graphemes = (text: string): string[] =>
  multiUnit.test(text) ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text]

/** Longest grapheme considered at the ends of a part, in UTF-16 units. */
const maxUnits = 64

/**
 * Returns the part of a text between two offsets (UTF-16 units), without graphemes that an offset
 * would split, so that messages contain no partial characters. The time depends on the length of
 * the part, not of the text.
 */
export function wholeSlice(text: string, from: number, to: number): string {
  const start = Math.max(0, from)
  const before = Math.max(0, start - maxUnits)
  const near = text.slice(before, Math.max(before, to + maxUnits))
  if (!multiUnit.test(near)) return text.slice(start, to)
  let result = ''
  for (const { segment, index } of segmenter.segment(near)) {
    const at = before + index
    if (at >= to) break
    if (at >= start && at + segment.length <= to) result += segment
  }
  return result
}
