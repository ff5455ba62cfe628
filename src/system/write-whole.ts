import { chmod, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { Fault } from '../model/fault.js'
import { writingFault } from './writing-fault.js'

/** @throws {Fault} `environment` when the system refuses the write. */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  { lasting = true }: { lasting?: boolean } = {},
): Promise<void> {
  try {
    await makeFolder(dirname(path))
    await refuseSpecial(path)
    await writeFileAtomic(path, '', {
      fsync: lasting,
      // write-file-atomic (7.0.1) treats a short write, as on a disk that becomes full, as complete
      // and would rename a partial file. Node's own writeFile continues or throws.
      async tmpfileCreated(temporary) {
        // The temporary file is read-only when the existing file is.
        await chmod(temporary, (await stat(temporary)).mode | 0o200)
        await writeFile(temporary, bytes)
      },
    })
  } catch (cause) {
    throw cause instanceof Fault ? cause : writingFault(path, cause)
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    // Creating a drive's root (E:\) or a mount point may fail although the folder exists.
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw cause
  }
}

/** A rename would replace /dev/null, a pipe or a socket by a regular file. */
async function refuseSpecial(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found || found.isFile()) return
  throw found.isDirectory()
    ? writingFault(path, Object.assign(new Error('is a directory'), { code: 'EISDIR' }))
    : new Fault(
        'environment',
        `“${path}”不是普通文件，不能写成 PDF。`,
        '用 -o 换一个文件名，如 -o 通讯.pdf。',
      )
}
