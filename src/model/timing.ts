/** A stretch of time that something took. */
export interface Span {
  /** A step, a part of one (`print.load`), or what goes on beside them (`browser`). */
  name: string
  /** When it began, in milliseconds since the process started. */
  start: number
  /** How long it took, in milliseconds. */
  ms: number
}

export type Step = 'read' | 'parse' | 'check' | 'render' | 'print' | 'finish'
