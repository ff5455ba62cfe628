import type { Cache } from './cache/cache.js'

/** The process environment of the program, read once at the entry point. */
export interface HostOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  home: string
  platform: NodeJS.Platform
  /** `--browser`: path of an executable, or the `ws://` address of a remote browser. */
  browser?: string
  /** The results of earlier builds. */
  cache?: Cache
  /** The most browsers that print concurrently; default 1. */
  browsers?: number
  /** Whether further builds follow, so that a page is opened in advance for the next print. */
  watching?: boolean
  /** Whether a single issue is built once, so that no browser is needed after printing. */
  alone?: boolean
}
