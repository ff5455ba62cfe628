import { unpackBundled } from './bundled.js'
import type { Candidate } from './find.js'
import { browserHere } from './here.js'
import { openLocal } from './local.js'
import type { OpenBrowser } from './open-browser.js'
import { openRemote } from './remote.js'

export { cacheFolderOf } from '../system/cache-folder.js'
export type { OpenBrowser } from './open-browser.js'
export { assertIntact, type Resource, type Resources } from './page.js'
export { csp, markerId, virtualOrigin } from './policy.js'

/** Options of {@link openBrowser}. */
export interface BrowserOptions {
  /** Value of `--browser`: a program, or the `ws://` URL of a browser running elsewhere. */
  executable?: string
  env: NodeJS.ProcessEnv
  /** See `cacheFolderOf`. */
  cacheFolder: string
  /** Additional environment variables of the browser, such as FONTCONFIG_FILE. */
  browserEnv?: Record<string, string>
  /** `ws://` URL of a browser running elsewhere. */
  remote?: string
  /** Called when the browser's process has been started, long before it responds. */
  onSpawn?: () => void
  /** Time after which an unresponsive browser is given up, in ms. */
  timeout?: number
}

const TIMEOUT = 30_000

/**
 * Finds a browser, unpacks the bundled one if necessary, starts it and connects to it. The process
 * is started before Puppeteer is loaded, so call this early and await it late.
 *
 * @throws Fault `usage` if the given browser cannot be run; `environment` if none is found, it does
 * not start, or it is too old.
 */
export async function openBrowser(options: BrowserOptions): Promise<OpenBrowser> {
  const { env, cacheFolder, timeout = TIMEOUT } = options
  const found = await browserHere(env, options.remote ?? options.executable)
  if (found.kind === 'remote') return openRemote(found.url, timeout)
  const { program, libraryEnv } = await programOf(found, cacheFolder)
  const browserEnv = { ...options.browserEnv, ...libraryEnv }
  return openLocal({ program, env, browserEnv, cacheFolder, timeout, onSpawn: options.onSpawn })
}

async function programOf(
  found: Exclude<Candidate, { kind: 'remote' }>,
  cacheFolder: string,
): Promise<{ program: string; libraryEnv: Record<string, string> }> {
  if (found.kind === 'program') return { program: found.path, libraryEnv: {} }
  const { path, libraries } = await unpackBundled(found.package, cacheFolder)
  return { program: path, libraryEnv: { LD_LIBRARY_PATH: libraries } }
}
