import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import writeFileAtomic from 'write-file-atomic'
import type { FontFace } from './face.js'
import { readFaces } from './names.js'

/** The cached faces of a file; valid while size and modification time are unchanged. */
interface Remembered {
  size: number
  mtimeMs: number
  faces: FontFace[]
}

type Memory = Record<string, Remembered>

const FONT_FILE = /\.(?:tt[fc]|ot[fc])$/i

/**
 * Maximum depth; greater than that of any font folder. Ends cycles of links that `realpath` does
 * not resolve.
 */
const DEEPEST = 8

/**
 * The name contains the format version, so that another version of the program uses another file.
 */
const MEMORY_FILE = 'fonts-v1.json'

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
  const path = join(cacheFolder, MEMORY_FILE)
  const before = await remembered(path)
  const limit = pLimit(16)
  const files: string[] = []
  for (const folder of folders) files.push(...(await fontFilesIn(folder, seen, DEEPEST)))
  const found = await Promise.all(
    files.map((file) => limit(async () => [file, await look(file, before[file])] as const)),
  )
  const now: Memory = {}
  for (const [file, collected] of found) if (collected) now[file] = collected
  if (found.some(([file, collected]) => collected !== before[file]) || size(before) !== size(now)) {
    // If the cache cannot be written, the next run is slower; the build does not fail.
    await writeFileAtomic(path, JSON.stringify(now)).catch(() => undefined)
  }
  return found.flatMap(([, collected]) => collected?.faces ?? [])
}

const size = (memory: Memory) => Object.keys(memory).length

async function look(file: string, before?: Remembered): Promise<Remembered | undefined> {
  const now = await stat(file).catch(() => undefined)
  if (!now) return undefined
  if (before?.size === now.size && before.mtimeMs === now.mtimeMs) return before
  return { size: now.size, mtimeMs: now.mtimeMs, faces: await readFaces(file).catch(() => []) }
}

async function fontFilesIn(folder: string, seen: Set<string>, deep: number): Promise<string[]> {
  const real = await realpath(folder).catch(() => undefined)
  if (real === undefined || seen.has(real) || deep === 0) return []
  seen.add(real)
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const files: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (FONT_FILE.test(entry.name)) files.push(path)
    else if (entry.isDirectory() || entry.isSymbolicLink()) {
      files.push(...(await fontFilesIn(path, seen, deep - 1)))
    }
  }
  return files
}

async function remembered(path: string): Promise<Memory> {
  try {
    const memory: unknown = JSON.parse(await readFile(path, 'utf8'))
    return typeof memory === 'object' && memory !== null ? (memory as Memory) : {}
  } catch {
    return {}
  }
}
