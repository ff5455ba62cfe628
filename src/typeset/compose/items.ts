import type { Item, Items, Units } from './item.js'
import { needsOf } from './kept.js'
import type { BoxPiece, Piece } from './pieces.js'
import { textOf } from './pieces.js'
import { ItemList, itemsOfText } from './text-items.js'

/** What the items are for. */
export interface ItemOptions {
  /** The width of the line: a word that is wider is cut anywhere. None is when missing. */
  readonly widest?: Units
}

/**
 * The items of a paragraph: its words and numbers whole, every other character for itself, boxes
 * and breaks. Pure; what it knows of the faces are the widths that the pieces give.
 */
export function itemsOf(pieces: readonly Piece[], { widest }: ItemOptions = {}): Items {
  const needs = needsOf(textOf(pieces))
  const made = new ItemList()
  let start = 0
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      itemsOfText(piece, { start, needs, widest }, made)
      start += piece.text.length
    } else {
      made.add(piece.kind === 'box' ? box(piece) : lineBreak, start)
      start += 1
    }
  }
  made.starts.push(start)
  return made
}

/** The properties in the order of all items: code is compiled for one shape of them. */
const object = (kind: 'box' | 'note' | 'break', advance: Units): Item => ({
  kind,
  advance,
  blankBefore: 0,
  blankAfter: 0,
  begins: kind !== 'note',
  ends: true,
  gapBefore: false,
  gapAfter: false,
  cut: 'usual',
  isPlain: false,
})

const box = ({ width, isNote = false }: BoxPiece): Item => object(isNote ? 'note' : 'box', width)

const lineBreak = object('break', 0)
