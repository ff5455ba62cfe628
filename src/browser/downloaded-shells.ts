import path from 'node:path'
import { minimumVersion } from './minimum-version.js'
import type { BrowserHost } from './places.js'

/**
 * Puppeteer's names for a platform: prefix of the version folder, suffix of the folder inside it.
 */
const systems = {
  'linux x64': { prefix: 'linux', suffix: 'linux64' },
  'linux arm64': { prefix: 'linux_arm', suffix: 'linux64' },
  'darwin x64': { prefix: 'mac', suffix: 'mac-x64' },
  'darwin arm64': { prefix: 'mac_arm', suffix: 'mac-arm64' },
  'win32 x64': { prefix: 'win64', suffix: 'win64' },
  'win32 arm64': { prefix: 'win64', suffix: 'win64' },
  'win32 ia32': { prefix: 'win32', suffix: 'win32' },
} satisfies Record<string, { prefix: string; suffix: string }>

const isKnown = (system: string): system is keyof typeof systems => system in systems

/**
 * Returns the paths of the headless shells that `npx puppeteer browsers install` downloaded, newest
 * first, without those below the minimum version. `list` returns the names in a folder, empty if it
 * does not exist.
 */
export async function downloadedShells(
  { env, home, platform, arch }: BrowserHost,
  list: (folder: string) => Promise<readonly string[]>,
): Promise<string[]> {
  const { join } = platform === 'win32' ? path.win32 : path.posix
  const system = `${platform} ${arch}`
  if (!isKnown(system)) return []
  const { prefix, suffix } = systems[system]
  const cache = env.PUPPETEER_CACHE_DIR || join(home, '.cache', 'puppeteer')
  const folder = join(cache, 'chrome-headless-shell')
  const versions = (await list(folder))
    .filter((name) => name.startsWith(`${prefix}-`))
    .filter((name) => Number.parseInt(name.slice(prefix.length + 1), 10) >= minimumVersion)
    .sort(newestFirst)
  const program = platform === 'win32' ? 'chrome-headless-shell.exe' : 'chrome-headless-shell'
  return versions.map((name) => join(folder, name, `chrome-headless-shell-${suffix}`, program))
}

const newestFirst = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true })
