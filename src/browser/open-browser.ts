import type { Browser, Page } from 'puppeteer'
import type { Resources } from './page.js'

/** A browser ready to print; its opener closes it. */
export interface OpenBrowser {
  browser: Browser
  /** As in `147.0.7727.0`. */
  version: string
  /** What it calls itself, as in `HeadlessChrome`. */
  name: string
  /** Undefined for a browser elsewhere. */
  pid: number | undefined
  /** A page without scripts and network; `resources` are all it can load. */
  newPage(resources?: Resources): Promise<Page>
  /**
   * Work with its pages. Rejects at once with a Fault when the browser, or a page, dies in the
   * middle; puppeteer's own calls would reject in its own words, or wait.
   */
  during<T>(work: () => Promise<T>): Promise<T>
  /** Whether it, or a page of it, has died: all further work would be rejected. */
  isLost(): boolean
  /** Ends it, leaving nothing behind; one elsewhere is only left. Never rejects; may be repeated. */
  close(): Promise<void>
  /** The same at once, for a handler of signals. Needless before `process.exit`. */
  kill(): void
}
