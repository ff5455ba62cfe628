import { homedir } from 'node:os'
import { join } from 'node:path'
import { unpackBundled } from '../src/browser/bundled.js'
import { findBrowser } from '../src/browser/find.js'
import { cacheFolderOf } from '../src/browser/index.js'
import { probesOf } from '../src/browser/probes.js'
import { fontPlaces } from '../src/fonts/folders.js'
import { fontSet } from '../src/fonts/font-set.js'
import { packageRoot } from '../src/system/package.js'

/** The browser and fonts that `bulletin` uses on this machine, for use by other contenders. */
export interface BrowserHere {
  program: string
  /** The library path of the browser and, on Linux, the private fontconfig. */
  env: Record<string, string>
  /**
   * `@font-face` rules that refer to fonts visible to the browser; undefined when the browser
   * cannot see the bundled fonts.
   */
  fontCss: string | undefined
}

/** @throws {Error} when BULLETIN_BROWSER is a remote browser. */
export async function browserHere(env: NodeJS.ProcessEnv): Promise<BrowserHere> {
  const { platform, arch } = process
  const home = homedir()
  const cacheFolder = await cacheFolderOf(env)
  const found = await findBrowser({ env, home, platform, arch, probes: probesOf(env) })
  if (found.kind === 'remote') throw new Error('量速度要用本机的浏览器：请去掉 BULLETIN_BROWSER。')
  const { value: fonts } = await fontSet({
    wanted: undefined,
    place: { file: 'bulletin.yaml', at: { line: 1, column: 1 } },
    cacheFolder,
    bundledFolder: join(packageRoot(), 'dist/fonts'),
    places: fontPlaces({ platform, home, env }),
  })
  const fontEnv = platform === 'linux' ? await fonts.browserEnv() : {}
  const fontCss = platform === 'linux' ? fonts.css : undefined
  if (found.kind === 'program') return { program: found.path, env: fontEnv, fontCss }
  const { path, libraries } = await unpackBundled(found.package, cacheFolder)
  return { program: path, env: { ...fontEnv, LD_LIBRARY_PATH: libraries }, fontCss }
}
