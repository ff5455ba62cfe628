import { widthInEm } from '../../src/text/em-width.js'
import type { TextPiece } from '../../src/typeset/compose/pieces.js'

/**
 * A text piece in a face whose Han characters and full-width marks are one cell wide and all others
 * half a cell.
 */
export const inCells = (text: string, size = 1000): TextPiece => ({
  kind: 'text',
  text,
  size,
  width: (run, isLatin) => (isLatin ? [...run].length * 0.5 : widthInEm(run)) * size,
})
