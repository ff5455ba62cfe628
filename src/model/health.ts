/** One thing that a build needs, as `bulletin doctor` found it. */
export interface Health {
  /** For `--json`; of the same thing always the same. */
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
  /** `error`: a build would fail. `warning`: it would work, but less well than it could. */
  state: 'ok' | 'warning' | 'error'
  /** One Chinese line. */
  message: string
  /** What to do, in Chinese; always there when the state is not `ok`. */
  hint?: string
}
