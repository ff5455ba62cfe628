const segmenter = new Intl.Segmenter('zh')

/** What makes several code units one character: a pair of surrogates, a joiner, a mark over a letter. */
const joined = /\p{M}|\u200d|[\u{10000}-\u{10ffff}]/u

/** The characters of a text as a reader counts them: 👨‍👩‍👧 is one, é is one. */
export const graphemes = (text: string): string[] =>
  joined.test(text) ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text]

/**
 * The part of a text between two offsets (UTF-16 units), without what is cut by one of them, so that
 * no message holds half a character.
 */
export function wholeSlice(text: string, from: number, to: number): string {
  const start = Math.max(0, from)
  if (!joined.test(text)) return text.slice(start, to)
  let whole = ''
  for (const { segment, index } of segmenter.segment(text)) {
    if (index >= to) break
    if (index >= start && index + segment.length <= to) whole += segment
  }
  return whole
}
