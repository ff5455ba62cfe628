import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../../system/make-folder.js'
import { PARTIAL, tidyFolder } from './evict.js'
import { recentEntries } from './recent.js'

/**
 * Byte entries by key, kept between runs. No method fails: an unreadable or damaged entry counts as
 * absent, and an entry that cannot be written is dropped.
 */
export interface Store {
  /** @param key letters, digits and hyphens, because it is the file name. */
  read(key: string): Buffer | undefined
  /**
   * Schedules an entry. `make` is called, and the result written, at the next `settle`; earlier
   * only when the key is read.
   */
  keep(key: string, make: () => Uint8Array): void
  /** Writes the scheduled entries and records which entries were used. */
  settle(): Promise<void>
  /** Removes the least recently used entries when the folder is nearly full. */
  tidy(): Promise<void>
}

/** Where a store is kept, and how large it may be. */
export interface StoreOptions {
  /** The folder of the store; created when needed. */
  folder: string
  /** The largest size of the folder in bytes. */
  limit: number
  /** Reads only entries that this process has kept. */
  force?: boolean
}

/**
 * Length in bytes of the checksum at the start of every file, which detects truncated or edited
 * files.
 */
const CHECK = 32

/**
 * Opens a store in a folder, one file per entry. Files are written under a temporary name and
 * renamed, so several processes can share the folder.
 */
export function openStore({ folder, limit, force = false }: StoreOptions): Store {
  const recent = recentEntries()
  const waiting = new Map<string, () => Uint8Array>()
  const used = new Set<string>()

  const read: Store['read'] = (key) => {
    const known = waiting.get(key)?.() ?? recent.get(key)
    if (known) return Buffer.from(known)
    const found = force ? undefined : readChecked(join(folder, key))
    if (!found) return undefined
    used.add(key)
    recent.set(key, Uint8Array.from(found))
    return found
  }
  const write = async (key: string, bytes: Uint8Array): Promise<void> => {
    const path = join(folder, key)
    const partial = `${path}.${randomUUID()}${PARTIAL}`
    try {
      await writeFile(partial, Buffer.concat([checkOf(bytes), bytes]), { flag: 'wx' })
      await rename(partial, path)
    } catch {
      await rm(partial, { force: true }).catch(() => {})
    }
  }
  return {
    read,
    keep: (key, make) => void waiting.set(key, make),
    async settle() {
      const entries = [...waiting].map(([key, make]) => [key, make()] as const)
      waiting.clear()
      const fitting = entries.filter(([, bytes]) => bytes.length <= limit / 8)
      for (const [key, bytes] of fitting) recent.set(key, bytes)
      const touched = [...used]
      used.clear()
      if (limit === 0 || fitting.length + touched.length === 0) return
      await makeFolder(folder).catch(() => {})
      const now = new Date()
      const touching = touched.map((key) => utimes(join(folder, key), now, now).catch(() => {}))
      await Promise.all([...touching, ...fitting.map(([key, bytes]) => write(key, bytes))])
    },
    tidy: () => tidyFolder(folder, limit),
  }
}

const checkOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

function readChecked(path: string): Buffer | undefined {
  try {
    const file = readFileSync(path)
    const bytes = file.subarray(CHECK)
    return file.length >= CHECK && checkOf(bytes).equals(file.subarray(0, CHECK))
      ? bytes
      : undefined
  } catch {
    return undefined
  }
}
