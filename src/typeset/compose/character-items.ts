import type { CharacterClass } from './characters.js'
import type { Cut, Item, Kind, Units } from './item.js'

/** What the class of a character does not tell: its width, the size of its text, how a line is cut before it. */
export interface CharacterPlace {
  readonly advance: Units
  readonly size: Units
  readonly cut: Cut
}

/** A character that is no part of a word, and what of its cell is blank (CLREQ, 标点符号的宽度调整). */
export function characterItem(
  { kind, begins, ends }: CharacterClass,
  { advance, size, cut }: CharacterPlace,
): Item {
  const blank = isMark(kind) ? blankOf(advance, size) : 0
  const half = Math.floor(blank / 2)
  return {
    kind,
    advance,
    blankBefore: kind === 'opening' ? blank : kind === 'middle' ? half : 0,
    blankAfter: kind === 'opening' ? 0 : kind === 'middle' ? blank - half : blank,
    begins,
    ends,
    gapBefore: false,
    gapAfter: false,
    cut,
    isPlain: kind === 'han' && begins && ends && cut === 'usual',
  }
}

const isMark = (kind: Kind) =>
  kind === 'opening' ||
  kind === 'closing' ||
  kind === 'pause' ||
  kind === 'final' ||
  kind === 'middle'

/** The blank half of a mark that fills a cell. A face that draws the mark narrower has none to give. */
const blankOf = (advance: Units, size: Units): Units =>
  advance * 10 < size * 9 ? 0 : advance - Math.floor(size / 2)
