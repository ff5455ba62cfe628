import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PARTIAL, tidyFolder } from './evict.js'
import { recentEntries } from './recent.js'

/**
 * Bytes by key, kept from one run to the next. Never fails: an entry that cannot be read or is
 * damaged is absent, one that cannot be written is not kept, and the build goes on without.
 */
export interface Store {
  /** @param key Letters, digits and hyphens: it is the file's name. */
  read(key: string): Buffer | undefined
  /** Keeps what `make` gives. It is asked when there is time: at the next `settle`. */
  keep(key: string, make: () => Uint8Array): void
  /** Writes what is to be kept and notes what was used. */
  settle(): Promise<void>
  /** Removes what was not used for longest, when there may be too much. */
  tidy(): Promise<void>
}

export interface StoreOptions {
  /** Need not exist yet. */
  folder: string
  /** Bytes that the folder may hold. */
  limit: number
  /** Only what this very process has kept is read. */
  force?: boolean
}

/** Bytes of the check at the head of every file: a torn or edited one shows. */
const CHECK = 32

/**
 * A store in a folder, a file an entry. Files are written under another name and renamed, so that
 * any number of processes may use one folder.
 */
export function openStore({ folder, limit, force = false }: StoreOptions): Store {
  const recent = recentEntries()
  const waiting = new Map<string, () => Uint8Array>()
  const used = new Set<string>()

  const read: Store['read'] = (key) => {
    const known = waiting.get(key)?.() ?? recent.get(key)
    if (known) return Buffer.from(known)
    const found = force ? undefined : whole(join(folder, key))
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
      await mkdir(folder, { recursive: true }).catch(() => {})
      const now = new Date()
      const touching = touched.map((key) => utimes(join(folder, key), now, now).catch(() => {}))
      await Promise.all([...touching, ...fitting.map(([key, bytes]) => write(key, bytes))])
    },
    tidy: () => tidyFolder(folder, limit),
  }
}

const checkOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

function whole(path: string): Buffer | undefined {
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
