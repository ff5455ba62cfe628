import { constants } from 'node:fs'
import { lstat, open, realpath } from 'node:fs/promises'
import { sep } from 'node:path'

/** Bytes, or why there are none: the file lies outside of the folders, or is another at every look. */
export type ReadWithin =
  | { bytes: Buffer; wrong?: undefined }
  | { bytes?: undefined; wrong: 'outside' | 'changing' }

/** A program that saves by renaming changes the file once; a few looks find it at rest. */
const looks = 5

/** To open a file for reading. Opening a pipe otherwise waits for a writer. Windows has no such flag. */
export const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a file that must lie in one of the folders. What was opened is compared with what the path
 * leads to afterwards, so that a link put in its place between the check and the reading is not
 * followed.
 */
export async function readWithin(path: string, folders: readonly string[]): Promise<ReadWithin> {
  const roots = await Promise.all(folders.map((one) => realpath(one)))
  for (let look = 0; look < looks; look += 1) {
    const file = await open(path, withoutWaiting)
    try {
      const opened = await file.stat({ bigint: true })
      const real = await realpath(path)
      if (!liesIn(real, roots)) return { wrong: 'outside' }
      const there = await lstat(real, { bigint: true })
      if (isSameFile(opened, there)) return { bytes: await file.readFile() }
    } finally {
      await file.close()
    }
  }
  return { wrong: 'changing' }
}

/** Whether a path is in one of the folders. No link is resolved. */
export const liesIn = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep))

interface Identity {
  ino: bigint
  dev: bigint
}

/**
 * Whether an open file is the one that lies at a path. On Windows, the two calls may number a volume
 * differently.
 */
export const isSameFile = (one: Identity, other: Identity): boolean =>
  one.ino === other.ino && (process.platform === 'win32' || one.dev === other.dev)
