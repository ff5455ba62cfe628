import type { Contender } from './contender.js'
import type { BenchContext } from './context.js'
import type { Target } from './target.js'

/** A part of the benchmark: contenders that run alternately, and targets for their results. */
export interface Scene {
  /** Name for `--only`. */
  name: string
  /** Heading of its table. */
  title: string
  /** Prepares the contenders; the preparation is not measured. */
  prepare(context: BenchContext): Promise<PreparedScene>
}

/** A scene that is ready to be measured. */
export interface PreparedScene {
  contenders: Contender[]
  targets: Target[]
  /** Ends the processes that `prepare` started. */
  close?: () => Promise<void>
  /** Notes below the table, one line each. */
  notes?: string[]
}
