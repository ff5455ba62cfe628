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

const box = ({ width, isNote = false }: BoxPiece, from: number): Item =>
  object(isNote ? 'note' : 'box', width, from)

const lineBreak = (from: number): Item => object('break', 0, from)

/** The properties in the order of all items: code is compiled for one shape of them. */
const object = (kind: 'box' | 'note' | 'break', advance: Units, from: number): Item => ({
  kind,
  advance,
  blankBefore: 0,
  blankAfter: 0,
  from,
  to: from + 1,
  begins: kind !== 'note',
  ends: true,
  gapBefore: false,
  gapAfter: false,
  cut: 'usual',
  isPlain: false,
})
