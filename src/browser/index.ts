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

export interface BrowserOptions {
  /** `--browser`: a program, or the `ws://` address of a browser that runs elsewhere. */
  executable?: string
  env: NodeJS.ProcessEnv
  /** See `cacheFolderOf`. */
  cacheFolder: string
  /** Variables for the browser alone, such as FONTCONFIG_FILE. */
  browserEnv?: Record<string, string>
  /** `ws://` address of a browser that runs elsewhere. */
  remote?: string
  /** Told when the browser's process is started, long before it answers. */
  onSpawn?: () => void
  /** Milliseconds until a browser that does not answer is given up. */
  timeout?: number
}

const TIMEOUT = 30_000

/**
 * Finds a browser, unpacks it when it is our own and new, starts it and connects. It is started
 * before puppeteer is loaded, so call this early and await it late.
 *
 * @throws Fault `usage` when the named browser can not be run; `environment` when there is none,
 * or it does not start, or is too old.
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
