import type { Point } from '../model/place.js'

/** A source with its line starts, to go from offsets to places and back. */
export interface SourceText {
  text: string
  lineStarts: readonly number[]
}

/** Lines end as Markdown ends them: LF, CRLF or CR. */
export function sourceText(text: string): SourceText {
  const lineStarts = [0]
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(index + end.length)
  return { text, lineStarts }
}

/** The offset of a place, within the text. */
export const offsetOf = ({ text, lineStarts }: SourceText, { line, column }: Point): number =>
  Math.min((lineStarts[line - 1] ?? text.length) + column - 1, text.length)

/** The place of an offset. */
export function pointAt({ lineStarts }: SourceText, offset: number): Point {
  let [low, high] = [0, lineStarts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
}
