import type { Cache } from './cache/cache.js'

/** What the program stands on. Read once, at the door. */
export interface HostOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  home: string
  platform: NodeJS.Platform
  /** `--browser`: a program, or the `ws://` address of one elsewhere. */
  browser?: string
  /** What earlier builds made. */
  cache?: Cache
  /** How many browsers print side by side at most; one when not said. */
  browsers?: number
  /** Whether builds follow one another: a page is opened ahead for the next print. */
  watching?: boolean
  /** Whether a single issue is built, once: no browser is needed after its print. */
  alone?: boolean
}
