import { chmod, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { Fault } from '../model/fault.js'
import { makeFolder } from './make-folder.js'
import { writingFault } from './writing-fault.js'

/** How a file is written. */
export interface WriteOptions {
  /** The option that names the file or its folder, for the advice when it cannot be written. */
  option?: string
  /** Whether to wait until the disk has the file. */
  lasting?: boolean
}

/** @throws {Fault} `environment` when the system refuses the write. */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  { option, lasting = true }: WriteOptions = {},
): Promise<void> {
  try {
    await makeFolder(dirname(path))
    await refuseSpecial(path, option)
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
    throw cause instanceof Fault ? cause : writingFault(path, cause, option)
  }
}

/** A rename would replace /dev/null, a pipe or a socket by a regular file. */
async function refuseSpecial(path: string, option: string | undefined): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found || found.isFile()) return
  const code = found.isDirectory() ? 'EISDIR' : 'ENOTFILE'
  throw writingFault(path, Object.assign(new Error(code), { code }), option)
}
