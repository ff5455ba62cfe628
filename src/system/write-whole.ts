import { chmod, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { Fault } from '../model/fault.js'
import { writingFault } from './writing-fault.js'

/**
 * Writes a file whole or not at all: beside the target under another name, to the disk, then
 * renamed over it. On any trouble what was there before stays, and no half file is left. Makes
 * the folder when there is none; writes through a symbolic link; keeps the permissions of a file
 * that was there. With `lasting: false` it may take the system some seconds to bring the file to the
 * disk: for one that is about to be written again.
 *
 * @throws {Fault} `environment`, whenever the machine does not let us.
 */
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
      // The library takes a short write, as a disk gives that fills up midway, for a whole one
      // (7.0.1), and would put half a file in place. Node's own writeFile goes on or throws.
      async tmpfileCreated(temporary) {
        // It was made read-only when the file before it was.
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
    // A drive's root (E:\) or a mounted disk may refuse to be made although it is there.
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw cause
  }
}

/** A rename would put a plain file in the place of /dev/null, a pipe or a socket. */
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
