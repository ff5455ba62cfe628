/** The result of one check of `bulletin doctor`: one thing that a build needs. */
export interface Health {
  /** Stable id for `--json`. */
  name:
    | 'node'
    | 'pictures'
    | 'browser'
    | 'sandbox'
    | 'font'
    | 'characters'
    | 'cache'
    | 'disk'
    | 'write'
    | 'locale'
  /** `error`: a build would fail. `warning`: a build would work with reduced quality or speed. */
  state: 'ok' | 'warning' | 'error'
  /** The result in one Chinese line. */
  message: string
  /** Advice in Chinese; always present when the state is not `ok`. */
  hint?: string
}
