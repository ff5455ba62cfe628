import { readFile, realpath, stat } from 'node:fs/promises'
import os from 'node:os'
import { bundledVersion } from './bundled-package.js'
import { type Candidate, findBrowser } from './find.js'
import { isSnap } from './places.js'
import { probesOf } from './probes.js'

/**
 * Finds the browser of this machine. `explicit` is the value of `--browser`.
 *
 * @throws Fault as `findBrowser` does.
 */
export const browserHere = (env: NodeJS.ProcessEnv, explicit?: string): Promise<Candidate> =>
  findBrowser({
    explicit,
    env,
    home: homeOf(env),
    platform: process.platform,
    arch: process.arch,
    probes: probesOf(env),
  })

/**
 * Returns a string that identifies a browser and its version, without starting it. Undefined for a
 * remote browser, and for a snap, which is updated without a change of path.
 *
 * @throws Fault as `findBrowser` does.
 */
export async function browserId(
  env: NodeJS.ProcessEnv,
  explicit?: string,
): Promise<string | undefined> {
  const found = await browserHere(env, explicit)
  if (found.kind === 'remote') return undefined
  if (found.kind === 'bundled') return `${found.package} ${bundledVersion(found.package)}`
  const { size, mtimeMs } = await stat(found.path)
  if (isSnap(found.path) || (size < SCRIPT && (await leadsToSnap(found.path)))) return undefined
  return `${await realpath(found.path)} ${size} ${mtimeMs}`
}

/** Maximum size of a wrapper script, in bytes. A browser is a thousand times larger. */
const SCRIPT = 65_536

/** Ubuntu installs a script that starts the snap under the browser's usual name. */
const leadsToSnap = async (path: string) => (await readFile(path, 'latin1')).includes('/snap/')

/** Some containers have no home folder; then it contains no downloaded browser either. */
function homeOf(env: NodeJS.ProcessEnv): string {
  try {
    return env.HOME || env.USERPROFILE || os.homedir() || os.userInfo().homedir
  } catch {
    return os.tmpdir()
  }
}
