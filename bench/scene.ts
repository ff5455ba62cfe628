import type { Contender } from './contender.js'
import type { BenchContext } from './context.js'
import type { Target } from './target.js'

/** A part of the bench: some contenders that run in turn, and what must hold between them. */
export interface Scene {
  /** For `--only`. */
  name: string
  /** Heading of its table. */
  title: string
  /** Makes everything ready; only what the contenders then do is measured. */
  prepare(context: BenchContext): Promise<PreparedScene>
}

export interface PreparedScene {
  contenders: Contender[]
  targets: Target[]
  /** Ends what was started for it. */
  close?: () => Promise<void>
  /** What a reader of the table should know, one line each. */
  notes?: string[]
}
