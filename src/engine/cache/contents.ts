import { lstat, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Fault } from '../../model/fault.js'

/** What lies in the cache folder, by what it is to a person. */
const kinds = {
  /** PDFs, parsed articles and scaled pictures of earlier builds. */
  builds: /^builds-/,
  /** Lists of installed fonts, and folders that show the browser the fonts of an issue. */
  fonts: /^(?:fontconfig-|fonts-v\d+\.json$)/,
  /** What Node has compiled of the program. */
  compiled: /^compiled$/,
  /** The browser that comes with the package, unpacked. */
  browser: /^chromium-/,
} as const satisfies Record<string, RegExp>

export type CacheKind = keyof typeof kinds

/** Everything of some kinds in the cache folder, of any version of the program; nothing else is ours. */
export async function cacheEntries(cacheFolder: string, kind: CacheKind): Promise<string[]> {
  const names = await readdir(cacheFolder).catch(() => [])
  return names.filter((name) => kinds[kind].test(name)).map((name) => join(cacheFolder, name))
}

/** Bytes that files and folders take up, with all that is in them. */
export async function bytesOf(paths: readonly string[]): Promise<number> {
  let sum = 0
  for (const path of paths) {
    const collected = await lstat(path).catch(() => undefined)
    if (collected?.isDirectory()) {
      const names = await readdir(path).catch(() => [])
      sum += await bytesOf(names.map((name) => join(path, name)))
    } else sum += collected?.size ?? 0
  }
  return sum
}

/** Milliseconds since its last use after which no browser that still runs needs a folder of fonts. */
const HOUR = 3_600_000

/**
 * Removes everything of some kinds from the cache folder. A build that runs meanwhile goes on: folders
 * of fonts that were used within the hour stay.
 *
 * @returns Bytes that were freed.
 * @throws Fault `environment` when something cannot be removed.
 */
export async function clear(cacheFolder: string, which: readonly CacheKind[]): Promise<number> {
  const found = await Promise.all(which.map((kind) => cacheEntries(cacheFolder, kind)))
  const paths: string[] = []
  for (const path of found.flat()) if (!(await maybeInUse(path))) paths.push(path)
  const bytes = await bytesOf(paths)
  for (const path of paths) {
    await rm(path, { recursive: true, force: true, maxRetries: 3 }).catch((cause: unknown) => {
      const hint = '检查这个文件夹的权限，再试一次；也可以自己动手删去。'
      throw new Fault('environment', `删不掉缓存里的“${path}”。`, hint, { cause })
    })
  }
  return bytes
}

async function maybeInUse(path: string): Promise<boolean> {
  if (!basename(path).startsWith('fontconfig-')) return false
  const collected = await stat(path).catch(() => undefined)
  return collected !== undefined && Date.now() - collected.mtimeMs < HOUR
}
