import { rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { diskFault } from './disk-fault.js'
import { makeOwnFolder, sweepOwnFolders } from './own-folder.js'

const PREFIX = 'bulletin'

/** A killed browser's last writes may still be under way. */
const patiently = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const

/**
 * The folder in which one browser keeps its profile and its temporary files, so that killing it
 * leaves nothing behind. In the system's temporary folder because a full Chrome makes a socket
 * inside, and a socket's path may have 107 bytes at most; in the cache where that one can not be
 * written to.
 *
 * @throws Fault `environment` when neither can be written to.
 */
export async function makeRunFolder(cacheFolder: string): Promise<string> {
  try {
    return await makeOwnFolder(os.tmpdir(), PREFIX)
  } catch {
    try {
      await mkdir(cacheFolder, { recursive: true })
      return await makeOwnFolder(cacheFolder, PREFIX)
    } catch (cause) {
      throw diskFault(cause, cacheFolder) ?? cause
    }
  }
}

/** Removes what killed runs of ours left. Never fails. */
export async function sweepRunFolders(cacheFolder: string): Promise<void> {
  await Promise.all([os.tmpdir(), cacheFolder].map((parent) => sweepOwnFolders(parent, PREFIX)))
}

/** Removes the folder of a browser that was killed. Never fails: the next run sweeps. */
export const removeRunFolder = (folder: string): Promise<void> =>
  rm(folder, patiently).catch(() => {})

/** The same at once, for the moment this process ends. */
export function removeRunFolderNow(folder: string): void {
  try {
    rmSync(folder, patiently)
  } catch {
    // The next run sweeps.
  }
}

/** Where Chrome keeps its profile inside the folder. */
export const profileIn = (folder: string): string => path.join(folder, 'profile')
