import type { Units } from './item.js'

/**
 * What a paragraph is made of, in order. The text of the paragraph is that of its pieces, with one
 * U+FFFC for each box and each break; offsets of items are offsets into it.
 */
export type Piece = TextPiece | BoxPiece | { readonly kind: 'break' }

/** Text in one size and style. */
export interface TextPiece {
  readonly kind: 'text'
  readonly text: string
  /**
   * The width of a character, or of a word, in the faces that will draw it. `isLatin` tells that a
   * mark that Chinese shares (“ ” ‘ ’) stands among Latin text and is drawn in the Latin face.
   */
  readonly width: (text: string, isLatin: boolean) => Units
  /** The size of the text in units of the paragraph's own; 1000 when missing. */
  readonly size?: Units
}

/** What has a width of its own: a picture in the line, ruby. */
export interface BoxPiece {
  readonly kind: 'box'
  readonly width: Units
  /** Whether it holds to what is before it, as the mark of a note does. */
  readonly isNote?: boolean
}

/** Stands for a box or a break in the text of a paragraph. */
export const objectCharacter = '\ufffc'

/** The text that the items of these pieces point into. */
export const textOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : objectCharacter)).join('')
