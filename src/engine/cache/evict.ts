import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Suffix of a file that is still being written. */
export const PARTIAL = '.part'

/** Shares of the limit: above `FULL` entries are removed, until at most `LEAVE` is used. */
const FULL = 7 / 8
const LEAVE = 3 / 4
/** Milliseconds after which an unfinished file counts as abandoned. */
const HOUR = 3_600_000

/**
 * Removes abandoned files from a store's folder. When the folder is nearly full, also removes the
 * least recently used entries. `limit` is in bytes.
 */
export async function tidyFolder(folder: string, limit: number): Promise<void> {
  const entries = await entriesOf(folder)
  const now = Date.now()
  const abandoned = entries.filter(({ path, used }) => path.endsWith(PARTIAL) && now - used > HOUR)
  const oldestFirst = entries
    .filter(({ path }) => !path.endsWith(PARTIAL))
    .sort((a, b) => a.used - b.used)
  let held = oldestFirst.reduce((sum, { size }) => sum + size, 0)
  const candidates = held <= limit * FULL ? [] : oldestFirst
  for (const { path } of abandoned) await remove(path)
  for (const { path, size } of candidates) {
    if (held <= limit * LEAVE) return
    await remove(path)
    held -= size
  }
}

interface Entry {
  path: string
  size: number
  /** Time of last use, in ms since 1970. */
  used: number
}

async function entriesOf(folder: string): Promise<Entry[]> {
  const names = await readdir(folder).catch(() => [])
  const entries: Entry[] = []
  for (const name of names) {
    const path = join(folder, name)
    const collected = await stat(path).catch(() => undefined)
    if (collected?.isFile()) entries.push({ path, size: collected.size, used: collected.mtimeMs })
  }
  return entries
}

const remove = (path: string) => rm(path, { force: true }).catch(() => {})
