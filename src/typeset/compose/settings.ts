import type { Punctuation } from '../../model/settings.js'
import type { Units } from './item.js'

export type { Punctuation }

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
