import type { Point } from '../model/place.js'

/** A source text with the offsets of its line starts, to convert between offsets and places. */
export interface SourceText {
  text: string
  lineStarts: readonly number[]
}

/** Indexes the lines of a text. Line ends are those of Markdown: LF, CRLF or CR. */
export function sourceText(text: string): SourceText {
  const lineStarts = [0]
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(index + end.length)
  return { text, lineStarts }
}

/** Returns the offset of a place, at most the length of the text. */
export const offsetOf = ({ text, lineStarts }: SourceText, { line, column }: Point): number =>
  Math.min((lineStarts[line - 1] ?? text.length) + column - 1, text.length)

/** Returns the place (line and column from 1) of an offset. */
export function pointAt({ lineStarts }: SourceText, offset: number): Point {
  let [low, high] = [0, lineStarts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
}
