import { costOfPull, costOfSpread } from './costs.js'
import { isSpace, type Units } from './item.js'
import type { Measured } from './measured.js'
import { edgeAt, gapsWithin, givenWithin } from './measured.js'

/** A line that cannot be made. */
export const impossible = Number.POSITIVE_INFINITY

/** What one line is asked for: its items, and the width that they have. */
export interface LineAsked {
  readonly first: number
  readonly last: number
  readonly measure: Units
  /** Whether a paragraph or a forced break ends with it: it is not spread. */
  readonly isEnd: boolean
}

/** The last item that shows: the spaces behind it vanish. */
export function shownEnd({ items }: Measured, first: number, last: number): number {
  let shown = last
  for (let item = items[shown]; shown > first && item && isSpace(item); item = items[shown]) shown--
  return shown
}

/** The natural width of a line, its last mark in a full cell. The first line of a paragraph keeps its first blank. */
export function naturalWidth(text: Measured, first: number, shown: number): Units {
  const start = (text.position[first] ?? 0) + (first === 0 ? 0 : edgeAt(text, first).startTrim)
  const end = (text.position[shown] ?? 0) + (text.items[shown]?.advance ?? 0)
  return end - edgeAt(text, shown).endTrim - start
}

/** What a line costs; `impossible` when it is too long whatever is taken. */
export function costOf(text: Measured, { first, last, measure, isEnd }: LineAsked): number {
  const shown = shownEnd(text, first, last)
  const slack = measure - naturalWidth(text, first, shown)
  if (slack >= 0) return isEnd ? 0 : costOfSpread(slack, gapsWithin(text, first, shown))
  const taken = -slack - edgeAt(text, shown).endGive
  if (taken <= 0) return 0
  return taken <= givenWithin(text, first, shown) ? costOfPull(taken) : impossible
}

/** What a gap of the line is spread by, rounded up; 0 for a line that is full. */
export function spreadOf(
  text: Measured,
  { first, last, measure }: Omit<LineAsked, 'isEnd'>,
): Units {
  const shown = shownEnd(text, first, last)
  const slack = measure - naturalWidth(text, first, shown)
  return slack <= 0 ? 0 : Math.ceil(slack / Math.max(gapsWithin(text, first, shown), 1))
}
