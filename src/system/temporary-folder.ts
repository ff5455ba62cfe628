import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import { diskFault } from './disk-fault.js'
import { makeOwnFolder, programName } from './own-folder.js'

/** A program that was stopped may still be writing; retry. */
const withRetries = { recursive: true, force: true, maxRetries: 3 } as const

/**
 * Does a piece of work that needs files of its own, in a temporary folder that is removed when the
 * work ends, when it fails, and when the process exits in the middle of it. What a killed process
 * left is removed by the next start of a browser.
 *
 * @throws Fault `environment` if the system's temporary folder is not writable.
 */
export async function inTemporaryFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await makeOwnFolder(os.tmpdir(), programName).catch((cause: unknown) => {
    throw diskFault(cause, os.tmpdir()) ?? cause
  })
  const removeNow = () => rmSync(folder, withRetries)
  process.once('exit', removeNow)
  try {
    return await work(folder)
  } finally {
    await rm(folder, withRetries)
    process.off('exit', removeNow)
  }
}
