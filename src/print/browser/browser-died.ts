import { Fault } from '../../fault.js'

/** A browser, a page of it or the connection went away under the work: a fresh one may do it. */
export class BrowserDied extends Fault {
  constructor(message: string, fix: string, options?: ErrorOptions) {
    super('environment', message, fix, options)
  }
}
