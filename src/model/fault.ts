/** The cause of a fault: wrong usage of the command, or the machine. */
export type FaultKind = 'usage' | 'environment'

/**
 * A problem that cannot be solved by editing the sources, with advice. It is thrown; the command
 * line prints it without a stack trace and maps its kind to the exit code (usage 2, environment 3).
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

/** The browser or its page ended during printing. A retry with another browser may succeed. */
export class BrowserLost extends Fault {
  constructor(message: string, hint: string, options?: ErrorOptions) {
    super('environment', message, hint, options)
  }
}
