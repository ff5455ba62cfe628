import { createHash } from 'node:crypto'
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const DAY = 86_400_000

/** The prefix of every temporary folder of this program. */
export const programName = 'bulletin'

/** Six characters that identify this machine: another machine or container may share the folder. */
const host = () => createHash('sha1').update(os.hostname()).digest('hex').slice(0, 6)

/**
 * Creates a folder that only the current user can enter. Its name contains the process id, so that
 * other processes can detect abandoned folders.
 */
export const makeOwnFolder = (parent: string, prefix: string): Promise<string> =>
  mkdtemp(path.join(parent, `${prefix}.${host()}-${process.pid}-`))

/** Removes the folders that killed processes left in `parent`. Never fails. */
export async function sweepOwnFolders(parent: string, prefix: string): Promise<void> {
  const names = await readdir(parent).catch(() => [])
  await Promise.all(
    names
      .filter((name) => name.startsWith(`${prefix}.`))
      .map((name) => sweep(path.join(parent, name), name.slice(prefix.length + 1))),
  )
}

async function sweep(folder: string, owner: string): Promise<void> {
  const [, machine, pid] = /^([0-9a-f]{6})-(\d+)-\w{6}$/.exec(owner) ?? []
  if (machine === undefined) return
  try {
    const { uid, mtimeMs } = await lstat(folder)
    if (uid !== (process.getuid?.() ?? uid)) return
    const abandoned = machine === host() ? !isAlive(Number(pid)) : Date.now() - mtimeMs > DAY
    if (abandoned) await rm(folder, { recursive: true, force: true })
  } catch {
    // Its browser still writes in it, or another process has removed it in the meantime.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
