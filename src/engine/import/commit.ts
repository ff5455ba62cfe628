import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { refuseLinkedFolder } from '../../system/linked-folder.js'
import { makeFolder } from '../../system/make-folder.js'
import { writingFault } from '../../system/writing-fault.js'
import { linkedPictures } from '../fetch/pictures-folder.js'

/** A file of the issue: path relative to its folder, with `/`. */
export interface NewFile {
  path: string
  bytes: Uint8Array
}

/**
 * @throws {Fault} `environment` when the system refuses a write, `usage` when a folder of pictures is a
 *   link out of the issue.
 */
export async function commit(folder: string, files: readonly NewFile[]): Promise<void> {
  if (files.length === 0) return
  const isThere = (await stat(folder).catch(() => undefined)) !== undefined
  const parent = isThere ? folder : dirname(folder)
  for (const inner of new Set(files.map(({ path }) => dirname(path)).filter((one) => one !== '.')))
    await refuseLinkedFolder(join(folder, inner), folder, linkedPictures)
  let staged = ''
  try {
    await makeFolder(parent)
    // No command reads names that start with a dot.
    staged = await mkdtemp(join(parent, `.import-${isThere ? '' : basename(folder)}`))
    for (const { path, bytes } of files) {
      await makeFolder(dirname(join(staged, 'new', path)))
      await writeFile(join(staged, 'new', path), bytes)
    }
    if (isThere) await moveIn(folder, staged, files)
    else await rename(join(staged, 'new'), folder)
  } catch (cause) {
    throw writingFault(folder, cause)
  } finally {
    if (staged !== '') await rm(staged, { recursive: true, force: true })
  }
}

async function moveIn(folder: string, staged: string, files: readonly NewFile[]): Promise<void> {
  const moved: { path: string; wasThere: boolean }[] = []
  try {
    for (const { path } of files) {
      const [target, before] = [join(folder, path), join(staged, 'old', path)]
      const wasThere = (await stat(target).catch(() => undefined)) !== undefined
      await makeFolder(dirname(target))
      if (wasThere) {
        await makeFolder(dirname(before))
        await rename(target, before)
      }
      moved.push({ path, wasThere })
      await rename(join(staged, 'new', path), target)
    }
  } catch (cause) {
    for (const { path, wasThere } of moved.reverse()) {
      await rm(join(folder, path), { force: true })
      if (wasThere) await rename(join(staged, 'old', path), join(folder, path))
    }
    throw cause
  }
}
