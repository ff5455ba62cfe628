import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { diskFault } from '../system/disk-fault.js'
import { makeFolder } from '../system/make-folder.js'
import { makeOwnFolder, programName, sweepOwnFolders } from '../system/own-folder.js'

/** A killed browser may still be writing; retry. */
const withRetries = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const

/**
 * Creates the folder for the profile and the temporary files of one browser, so that nothing
 * remains after the browser is killed. It is in the system's temporary folder because a full Chrome
 * creates a socket in it, and the path of a socket is limited to 107 bytes; or in the cache if the
 * temporary folder is not writable.
 *
 * @throws Fault `environment` if neither is writable.
 */
export async function makeRunFolder(cacheFolder: string): Promise<string> {
  try {
    return await makeOwnFolder(os.tmpdir(), programName)
  } catch {
    try {
      await makeFolder(cacheFolder)
      return await makeOwnFolder(cacheFolder, programName)
    } catch (cause) {
      throw diskFault(cause, cacheFolder) ?? cause
    }
  }
}

/** Removes the folders of killed runs. Never fails. */
export async function sweepRunFolders(cacheFolder: string): Promise<void> {
  const parents = [os.tmpdir(), cacheFolder]
  await Promise.all(parents.map((parent) => sweepOwnFolders(parent, programName)))
}

/** Removes the folder of a killed browser. Never fails: the next run removes what is left. */
export const removeRunFolder = (folder: string): Promise<void> =>
  rm(folder, withRetries).catch(() => {})

/** Like `removeRunFolder`, but synchronous, for the exit of this process. */
export function removeRunFolderNow(folder: string): void {
  try {
    rmSync(folder, withRetries)
  } catch {
    // The next run removes it.
  }
}

/** Returns the path of the Chrome profile in the folder. */
export const profileIn = (folder: string): string => path.join(folder, 'profile')
