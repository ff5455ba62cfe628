import { lstat, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Fault } from '../../model/fault.js'

/** Name patterns of the entries in the cache folder, by kind as shown to users. */
const kinds = {
  /** PDFs, parsed articles and scaled pictures of earlier builds. */
  builds: /^builds-/,
  /**
   * Lists of installed fonts, and folders that give the browser access to the fonts of an issue.
   */
  fonts: /^(?:fontconfig-|fonts-v\d+\.json$)/,
  /** Node's compile cache. */
  compiled: /^compiled$/,
  /** The unpacked browser of the package. */
  browser: /^chromium-/,
} as const satisfies Record<string, RegExp>

/** A kind of entry in the cache folder. */
export type CacheKind = keyof typeof kinds

/**
 * Returns the paths of all entries of a kind in the cache folder, for any version of the program.
 * Unknown entries are ignored.
 */
export async function cacheEntries(cacheFolder: string, kind: CacheKind): Promise<string[]> {
  const names = await readdir(cacheFolder).catch(() => [])
  return names.filter((name) => kinds[kind].test(name)).map((name) => join(cacheFolder, name))
}

/** Returns the size of files and folders in bytes, including all contents. */
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

/** Milliseconds since its last use after which no running browser needs a font folder. */
const HOUR = 3_600_000

/**
 * @returns the number of bytes freed.
 * @throws {Fault} `environment` when something cannot be removed.
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
