import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it. Node's own `recursive` does not return when a folder that
 * exists refuses new ones with ENOENT, as /proc does (Node 20 to 24).
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const above = dirname(folder)
  if (above !== folder) await makeFolder(above)
  try {
    await mkdir(folder)
  } catch (cause) {
    // Another process made it, or it is a drive's root (E:\) or a mount point.
    if (!(await isFolder(folder))) throw cause
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true
