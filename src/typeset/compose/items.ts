import type { Item, Units } from './item.js'
import { needsOf } from './kept.js'
import type { BoxPiece, Piece } from './pieces.js'
import { textOf } from './pieces.js'
import { itemsOfText } from './text-items.js'

/** What the items are for. */
export interface ItemOptions {
  /** The width of the line: a word that is wider is cut anywhere. None is when missing. */
  readonly widest?: Units
}

/**
 * The items of a paragraph: its words and numbers whole, every other character for itself, boxes
 * and breaks. Pure; what it knows of the faces are the widths that the pieces give.
 */
export function itemsOf(pieces: readonly Piece[], { widest }: ItemOptions = {}): Item[] {
  const needs = needsOf(textOf(pieces))
  const items: Item[] = []
  let start = 0
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      itemsOfText({ ...piece, start, needs, widest }, items)
      start += piece.text.length
    } else {
      items.push(piece.kind === 'box' ? box(piece, start) : lineBreak(start))
      start += 1
    }
  }
  return items
}

const object = {
  blankBefore: 0,
  blankAfter: 0,
  begins: true,
  ends: true,
  gapBefore: false,
  gapAfter: false,
  cut: 'usual',
} as const

const box = ({ width, isNote = false }: BoxPiece, from: number): Item => ({
  ...object,
  kind: isNote ? 'note' : 'box',
  advance: width,
  from,
  to: from + 1,
  begins: !isNote,
})

const lineBreak = (from: number): Item => ({
  ...object,
  kind: 'break',
  advance: 0,
  from,
  to: from + 1,
})
