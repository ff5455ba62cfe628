import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../../system/digest.js'
import type { FolderKind, WatchedPath } from './watched-path.js'
import { fileMatters, isEntered, isText } from './watched-path.js'

/** The states of the files of every watched path, by its key; within it by absolute file path. */
export type Snapshot = ReadonlyMap<string, States>
type States = ReadonlyMap<string, string>

/** The state of a missing file, and of an empty text file. */
const missing = ''
const empty = '0'

/** Reads the current state of all watched paths. */
export type TakeSnapshot = (watchedPaths: readonly WatchedPath[]) => Promise<Snapshot>

/** Returns the key of a watched path in a snapshot. */
export const keyOf = ({ kind, path }: WatchedPath): string => `${kind} ${path}`

/**
 * Returns a function that takes snapshots. The state of a text file is its content, since two saves
 * may happen within one clock tick of the file system, and a save without changes must not count.
 * The state of a picture or font is its size and time.
 */
export function snapshots(): TakeSnapshot {
  const known = new Map<string, { seen: string; settled: boolean; state: string }>()

  async function stateOf(path: string): Promise<string> {
    try {
      const { size, mtimeMs, ino } = await stat(path)
      const seen = `${size} ${mtimeMs} ${ino}`
      if (!isText(path)) return seen
      const before = known.get(path)
      if (before?.settled && before.seen === seen) return before.state
      const settled = Date.now() - mtimeMs > slowestTick
      const state = contentOf(await readFile(path))
      known.set(path, { seen, settled, state })
      return state
    } catch {
      return missing
    }
  }

  async function folderStates(kind: FolderKind, path: string): Promise<States> {
    const found = new Map<string, string>()
    const enter = async (folder: string): Promise<void> => {
      const entries = await readdir(folder, { withFileTypes: true })
      const adding = entries.map(async (entry) => {
        const child = join(folder, entry.name)
        if (entry.isDirectory()) {
          if (isEntered(kind, entry.name)) await enter(child).catch(() => undefined)
        } else if (fileMatters(kind, entry.name)) found.set(child, await stateOf(child))
      })
      await Promise.all(adding)
    }
    // Of the folder itself, only its existence matters.
    await enter(path).then(
      () => found.set(path, 'folder'),
      () => undefined,
    )
    return found
  }

  return async (watchedPaths) => {
    const states = watchedPaths.map(async (one): Promise<[string, States]> => {
      const { kind, path } = one
      const files =
        kind === 'file' ? new Map([[path, await stateOf(path)]]) : await folderStates(kind, path)
      return [keyOf(one), files]
    })
    return new Map(await Promise.all(states))
  }
}

/**
 * Longest time in ms in which a file may change without a new modification time: two seconds on
 * FAT, and a margin.
 */
const slowestTick = 2500

const contentOf = (bytes: Uint8Array): string => (bytes.length === 0 ? empty : digestOf(bytes))

/** Returns the files whose state differs, for the watched paths that both snapshots contain. */
export function changedBetween(before: Snapshot, after: Snapshot): string[] {
  const changed = new Set<string>()
  for (const [key, now] of after) {
    const then = before.get(key)
    if (then === undefined) continue
    for (const path of new Set([...then.keys(), ...now.keys()])) {
      if ((then.get(path) ?? missing) !== (now.get(path) ?? missing)) changed.add(path)
    }
  }
  return [...changed]
}

/** Returns whether the file is missing or empty, which suggests that a save is in progress. */
export function looksUnfinished(snapshot: Snapshot, path: string): boolean {
  const states = [...snapshot.values()].flatMap((files) => files.get(path) ?? [])
  return states.every((state) => state === missing || /^0(?: |$)/.test(state))
}
