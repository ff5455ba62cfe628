import type { Units } from './item.js'

/**
 * `squeeze`: marks give up their blank where a line needs it (CLREQ, 行内调整). `full`: a mark keeps
 * its cell, only the blank between two adjacent marks goes (全身式). `open`: 。！？ keep their cells,
 * every other mark has half of one (开明式).
 */
export type Punctuation = 'squeeze' | 'full' | 'open'

/** The line to fill and how. */
export interface ComposeSettings {
  /** The width of the line. */
  readonly measure: Units
  /** What the first line leaves blank at its start; 0 when missing. */
  readonly indent?: Units
  /** `squeeze` when missing. */
  readonly punctuation?: Punctuation
  /** The gap between Han and Latin or digits: ¼ em when missing, 0 for none. */
  readonly gap?: Units
  /** How many lines more or fewer than are natural, where that can be had; 0 when missing. */
  readonly looseness?: -1 | 0 | 1
}
