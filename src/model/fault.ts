/** What went wrong outside the sources: how the tool was called, or the machine it runs on. */
export type FaultKind = 'usage' | 'environment'

/**
 * A trouble that no editing of the sources mends, with a way out. Thrown; the command line
 * prints it without a stack and turns its kind into the exit code (usage 2, environment 3).
 */
export class Fault extends Error {
  override name = 'Fault'

  constructor(
    readonly kind: FaultKind,
    /** One Chinese sentence. */
    message: string,
    /** What to do, in Chinese. */
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** A browser, or its page, that died in the middle of a print: with another one it may well work. */
export class BrowserLost extends Fault {
  constructor(message: string, hint: string, options?: ErrorOptions) {
    super('environment', message, hint, options)
  }
}
