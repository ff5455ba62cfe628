import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import writeFileAtomic from 'write-file-atomic'
import type { FontFace } from './face.js'
import { readFaces } from './names.js'

/** The cached faces of a file; valid while size and modification time are unchanged. */
interface CachedFile {
  size: number
  mtimeMs: number
  faces: FontFace[]
}

type Cache = Record<string, CachedFile>

const FONT_FILE = /\.(?:tt[fc]|ot[fc])$/i

/**
 * Maximum depth; greater than that of any font folder. Ends cycles of links that `realpath` does
 * not resolve.
 */
const MAX_DEPTH = 8

/**
 * The name contains the format version, so that another version of the program uses another file.
 */
const CACHE_FILE = 'fonts-v1.json'

/**
 * Returns all faces in some folders and their subfolders, in the order of the folders. Faces are
 * cached in a file in the cache folder, so that a second run only checks sizes and modification
 * times. Unreadable files are skipped: a broken system font does not concern the editor.
 * @param seen Receives every folder that was searched.
 */
export async function installedFaces(
  folders: readonly string[],
  cacheFolder: string,
  seen = new Set<string>(),
): Promise<FontFace[]> {
  const path = join(cacheFolder, CACHE_FILE)
  const before = await readCache(path)
  const limit = pLimit(16)
  const files: string[] = []
  for (const folder of folders) files.push(...(await fontFilesIn(folder, seen, MAX_DEPTH)))
  const found = await Promise.all(
    files.map((file) => limit(async () => [file, await facesOf(file, before[file])] as const)),
  )
  const now: Cache = {}
  for (const [file, collected] of found) if (collected) now[file] = collected
  if (found.some(([file, collected]) => collected !== before[file]) || size(before) !== size(now)) {
    // If the cache cannot be written, the next run is slower; the build does not fail.
    await writeFileAtomic(path, JSON.stringify(now)).catch(() => undefined)
  }
  return found.flatMap(([, collected]) => collected?.faces ?? [])
}

const size = (cache: Cache) => Object.keys(cache).length

async function facesOf(file: string, before?: CachedFile): Promise<CachedFile | undefined> {
  const now = await stat(file).catch(() => undefined)
  if (!now) return undefined
  if (before?.size === now.size && before.mtimeMs === now.mtimeMs) return before
  return { size: now.size, mtimeMs: now.mtimeMs, faces: await readFaces(file).catch(() => []) }
}

async function fontFilesIn(
  folder: string,
  seen: Set<string>,
  depthLeft: number,
): Promise<string[]> {
  const real = await realpath(folder).catch(() => undefined)
  if (real === undefined || seen.has(real) || depthLeft === 0) return []
  seen.add(real)
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const files: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (FONT_FILE.test(entry.name)) files.push(path)
    else if (entry.isDirectory() || entry.isSymbolicLink()) {
      files.push(...(await fontFilesIn(path, seen, depthLeft - 1)))
    }
  }
  return files
}

async function readCache(path: string): Promise<Cache> {
  try {
    const cache: unknown = JSON.parse(await readFile(path, 'utf8'))
    return typeof cache === 'object' && cache !== null ? (cache as Cache) : {}
  } catch {
    return {}
  }
}
