import type { Diagnostic } from './diagnostic.js'

/** What a stage makes, together with everything it has to say about the sources. */
export interface Staged<T> {
  /** Undefined when the source is too broken to go on with. */
  value?: T
  diagnostics: Diagnostic[]
}
