import path from 'node:path'
import { Fault } from '../model/fault.js'
import { downloadedShells } from './downloaded-shells.js'
import { type BrowserHost, type BrowserPlace, isSnap, placesOn } from './places.js'

/** A browser to use: a program, our own still to be unpacked, or one that already runs elsewhere. */
export type Candidate =
  | { kind: 'program'; path: string }
  | { kind: 'bundled'; package: string }
  | { kind: 'remote'; url: string }

/** The few questions that finding asks of the machine. */
export interface Probes {
  /** A program by name on the PATH or by its own path; undefined when it can not be run. */
  which(nameOrPath: string): Promise<string | undefined>
  /** Names in a folder; none when it is not there. */
  list(folder: string): Promise<readonly string[]>
  /** Folder of the package that carries a browser, when installed. */
  bundledPackage(): string | undefined
}

/** Where the bundled browser's own loader must be: glibc on x64, thus not Alpine. */
const GLIBC_LOADER = '/lib64/ld-linux-x86-64.so.2'

const variables = ['BULLETIN_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const

/**
 * The browser to print with. What the person named comes first and is never passed over in
 * silence; then the places of this system in their order.
 *
 * @throws Fault `usage` when the named one can not be run, `environment` when there is none.
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

/** A name must be found in an absolute folder of the PATH: the current one may be a stranger's. */
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
