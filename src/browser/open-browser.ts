import type { Browser, Page } from 'puppeteer'
import type { Resources } from './page.js'

/** A browser ready to print. Whoever opens it must close it. */
export interface OpenBrowser {
  browser: Browser
  /** Such as `147.0.7727.0`. */
  version: string
  /** The product name, such as `HeadlessChrome`. */
  name: string
  /** Undefined for a remote browser. */
  pid: number | undefined
  /** Opens a page without scripts and network. It can load only `resources`. */
  newPage(resources?: Resources): Promise<Page>
  /**
   * Runs work with its pages. Rejects at once with a Fault if the browser or a page crashes;
   * Puppeteer's own calls would reject with another error, or not settle.
   */
  during<T>(work: () => Promise<T>): Promise<T>
  /** Whether it or one of its pages has crashed. All further work would be rejected. */
  isLost(): boolean
  /**
   * Ends the browser and removes its files; a remote browser is only disconnected. Never rejects;
   * may be called repeatedly.
   */
  close(): Promise<void>
  /** Like `close`, but synchronous, for a signal handler. Not needed before `process.exit`. */
  kill(): void
}
