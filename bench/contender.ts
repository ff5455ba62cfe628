/** One way of doing a piece of work, as a process that can be started any number of times. */
export interface Contender {
  /** What the table calls it. */
  name: string
  /** Program and words. */
  command: readonly [program: string, ...words: string[]]
  /** The whole environment. */
  env: NodeJS.ProcessEnv
  /** The PDF that it writes. */
  pdf: string
}

/** A row of the table: one contender against another, each measured once for all its rows. */
export interface Comparison {
  ours: Contender
  against: Contender
  /** What the ratio of the medians should be at most. */
  target: number
}
