import { widthInEm } from '../../src/text/em-width.js'
import type { TextPiece } from '../../src/typeset/compose/pieces.js'

/** A text in a face whose Han and full-width marks fill a cell and whose other characters half of one. */
export const inCells = (text: string, size = 1000): TextPiece => ({
  kind: 'text',
  text,
  size,
  width: (run, isLatin) => (isLatin ? [...run].length * 0.5 : widthInEm(run)) * size,
})
