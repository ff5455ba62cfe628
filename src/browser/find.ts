import path from 'node:path'
import { Fault } from '../model/fault.js'
import { downloadedShells } from './downloaded-shells.js'
import { type BrowserHost, type BrowserPlace, isSnap, placesOn } from './places.js'

/**
 * A browser to use: a program, the bundled browser (possibly not yet unpacked), or a browser
 * running elsewhere.
 */
export type Candidate =
  | { kind: 'program'; path: string }
  | { kind: 'bundled'; package: string }
  | { kind: 'remote'; url: string }

/** Access to the machine that the search needs. */
export interface Probes {
  /** Finds a program by name in PATH or by path; undefined if it cannot be run. */
  which(nameOrPath: string): Promise<string | undefined>
  /** Names in a folder; empty if it does not exist. */
  list(folder: string): Promise<readonly string[]>
  /** Folder of the package that contains a browser, if installed. */
  bundledPackage(): string | undefined
}

/** The loader that the bundled browser needs: glibc on x64, so it does not run on Alpine. */
const GLIBC_LOADER = '/lib64/ld-linux-x86-64.so.2'

const variables = ['BULLETIN_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const

/**
 * Finds the browser to print with. A browser given by `explicit` or an environment variable is
 * always used, or reported if unusable; otherwise the places of this platform are tried in order.
 *
 * @throws Fault `usage` if the given browser cannot be run, `environment` if none is found.
 */
export async function findBrowser(
  search: BrowserHost & { explicit?: string; probes: Probes },
): Promise<Candidate> {
  const { explicit, env, probes } = search
  if (explicit !== undefined) return named(explicit, '--browser', probes)
  for (const name of variables) {
    const value = env[name]
    if (value) return named(value, `环境变量 ${name}`, probes)
  }
  const places = placesOn(search.platform)
  for (const place of places) {
    const found = await lookIn(place, search)
    if (found) return found
  }
  throw new Fault(
    'environment',
    `找不到可以用来排版的浏览器。找过：${places.map(({ label }) => label).join('；')}。`,
    '安装 Chrome 或 Edge 后再试一次；已经装在别处的，用 --browser 写明它的完整路径；Linux 上也可以运行 npm ci 装好自带的浏览器。',
  )
}

async function named(value: string, by: string, probes: Probes): Promise<Candidate> {
  if (/^wss?:\/\//.test(value)) return { kind: 'remote', url: value }
  const found = value && (await probes.which(value))
  if (found) return { kind: 'program', path: path.resolve(found) }
  throw new Fault(
    'usage',
    `${by} 写的“${value}”不是一个可以运行的程序。`,
    by === '--browser'
      ? '写浏览器程序的完整路径，如 --browser /usr/bin/chromium；不写 --browser，程序会自己找。'
      : '把它改成浏览器程序的完整路径；删去这个环境变量，程序会自己找。',
  )
}

async function lookIn(
  place: BrowserPlace,
  search: BrowserHost & { probes: Probes },
): Promise<Candidate | undefined> {
  if (place.by === 'package') return ownBrowser(search)
  for (const wanted of await wantedIn(place, search)) {
    const found = await search.probes.which(wanted)
    if (found && isTrusted(place, found, search)) return { kind: 'program', path: found }
  }
  return undefined
}

const wantedIn = (
  place: Exclude<BrowserPlace, { by: 'package' }>,
  search: BrowserHost & { probes: Probes },
) =>
  place.by === 'name'
    ? place.names
    : place.by === 'file'
      ? place.files(search)
      : downloadedShells(search, search.probes.list)

/**
 * A program found by name must be in an absolute folder of PATH, because the current folder may
 * contain untrusted files.
 */
function isTrusted(place: BrowserPlace, found: string, { platform }: BrowserHost): boolean {
  const { isAbsolute } = platform === 'win32' ? path.win32 : path.posix
  return isAbsolute(found) && !(place.by === 'name' && isSnap(found))
}

async function ownBrowser({
  arch,
  probes,
}: BrowserHost & { probes: Probes }): Promise<Candidate | undefined> {
  if (arch !== 'x64' || !(await probes.which(GLIBC_LOADER))) return undefined
  const folder = probes.bundledPackage()
  return folder === undefined ? undefined : { kind: 'bundled', package: folder }
}
