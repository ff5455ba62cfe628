import type { Cut, Item, Units } from './item.js'

/** What a word cannot tell of itself. */
export interface WordPlace {
  readonly advance: Units
  /** Whether it continues an address: then a line may begin with any mark. */
  readonly isInside: boolean
  /** Whether it is of an address: then a line may end with any mark. */
  readonly mayEnd: boolean
  readonly cut: Cut
}

/** A word or a number, and whether gaps belong beside it. */
export const wordItem = (run: string, { advance, isInside, mayEnd, cut }: WordPlace): Item => ({
  kind: /^[+\-−±]?\d/.test(run) ? 'number' : 'latin',
  advance,
  blankBefore: 0,
  blankAfter: 0,
  // Straight quotes by themselves tell not which side they are of.
  begins: isInside || !/^(?:[)\]},.;:!?%/~”’]|["']+$)/.test(run),
  ends: mayEnd || !/(?:[([{“‘]|^["']+)$/.test(run),
  gapBefore: /^[+\-−±$]/.test(run) || beginsWithLetter(run),
  gapAfter: /[%°]$/.test(run) || endsWithLetter(run),
  cut,
  isPlain: false,
})

/** Letters and digits of any script. Most are of ASCII: what Unicode has is asked last, it is slow to load. */
const beginsWithLetter = (run: string) =>
  /^[0-9A-Za-z]/.test(run) || (!/^[\0-~]/.test(run) && /^[\p{L}\p{N}]/u.test(run))
const endsWithLetter = (run: string) =>
  /[0-9A-Za-z]$/.test(run) || (!/[\0-~]$/.test(run) && /[\p{L}\p{N}]$/u.test(run))
