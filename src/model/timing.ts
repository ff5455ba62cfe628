/** A measured interval. */
export interface Span {
  /** A step, a part of a step (`print.load`), or parallel work (`browser`). */
  name: string
  /** Start in milliseconds since the process started. */
  start: number
  /** Duration in milliseconds. */
  ms: number
}

/** The sequential steps of a build. */
export type Step = 'read' | 'parse' | 'check' | 'render' | 'print' | 'finish'
