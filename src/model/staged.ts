import type { Diagnostic } from './diagnostic.js'

/** The result of a stage, together with its diagnostics about the sources. */
export interface Staged<T> {
  /** Undefined when errors in the source prevent further processing. */
  value?: T
  diagnostics: Diagnostic[]
}
