import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pLimit from 'p-limit'
import writeFileAtomic from 'write-file-atomic'
import type { FontFace } from './face.js'
import { readFaces } from './names.js'

/** What the last scan found in a file; good as long as size and time are the same. */
interface Remembered {
  size: number
  mtimeMs: number
  faces: FontFace[]
}

type Memory = Record<string, Remembered>

const FONT_FILE = /\.(?:tt[fc]|ot[fc])$/i

/** Deeper than any font folder; ends a loop of links that `realpath` does not. */
const DEEPEST = 8

/** Named for its form, so that another version of the program keeps another file. */
const MEMORY_FILE = 'fonts-v1.json'

/**
 * Every face in some folders and the folders in them, in the order of the folders. Names are kept
 * in a file in the cache folder, so that a second run only looks at sizes and times. What cannot be
 * read is passed over: a broken font among the system's is no affair of the editor's.
 * @param seen Gets every folder that was looked through.
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
    // A cache that cannot be written costs time, never the build.
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
