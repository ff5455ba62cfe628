import { createHash } from 'node:crypto'
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const DAY = 86_400_000

/** Six letters that stand for this machine: another one, or a container, may share the folder. */
const host = () => createHash('sha1').update(os.hostname()).digest('hex').slice(0, 6)

/** A new folder only we can enter, named after this process so that others know when it is litter. */
export const makeOwnFolder = (parent: string, prefix: string): Promise<string> =>
  mkdtemp(path.join(parent, `${prefix}.${host()}-${process.pid}-`))

/**
 * Removes the folders that killed processes of ours left in `parent`. Never fails: litter that
 * can not be removed is left to the next run.
 */
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
    // Gone meanwhile, or not ours to remove.
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
