import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** How the name of a file ends that is still being written. */
export const PARTIAL = '.part'

/** How full the folder may be before entries are removed, and how full it is left, as shares of the limit. */
const FULL = 7 / 8
const LEAVE = 3 / 4
/** Milliseconds after which a file that nobody finished writing is litter. */
const HOUR = 3_600_000

/** Removes from a store's folder what was not used for longest, until it is well below the limit of bytes. */
export async function tidyFolder(folder: string, limit: number): Promise<void> {
  const entries = await entriesOf(folder)
  const now = Date.now()
  const litter = entries.filter(({ path, used }) => path.endsWith(PARTIAL) && now - used > HOUR)
  const oldestFirst = entries
    .filter(({ path }) => !path.endsWith(PARTIAL))
    .sort((a, b) => a.used - b.used)
  let held = oldestFirst.reduce((sum, { size }) => sum + size, 0)
  const leaving = held <= limit * FULL ? [] : oldestFirst
  for (const { path } of litter) await remove(path)
  for (const { path, size } of leaving) {
    if (held <= limit * LEAVE) return
    await remove(path)
    held -= size
  }
}

interface Entry {
  path: string
  size: number
  /** When it was last used, milliseconds. */
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
