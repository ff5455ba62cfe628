import { resolve } from 'node:path'
import { Fault } from '../model/fault.js'
import { proveFolder } from '../system/prove-output.js'

/** A file that an option names: the option, the path as typed, and how such a file's name ends. */
export interface NamedFile {
  option: string
  path: string | undefined
  ending: string
  /** A name for the advice, without ending. */
  example: string
}

/**
 * @throws {Fault} `usage` before any work, when a file cannot have its name, or two options name
 *   the same file.
 */
export async function proveNamedFiles(files: readonly NamedFile[]): Promise<void> {
  const seen = new Map<string, string>()
  for (const { option, path, ending, example } of files) {
    if (path === undefined) continue
    if (!path.toLowerCase().endsWith(ending))
      throw new Fault(
        'usage',
        `${option} 不能存成“${path}”。`,
        `文件名以 ${ending} 结尾，如 ${option} ${example}${ending}。`,
      )
    const other = seen.get(resolve(path))
    if (other !== undefined)
      throw new Fault('usage', `${other} 和 ${option} 都要存成“${path}”。`, '改其中一个的名字。')
    seen.set(resolve(path), option)
    await proveFolder(path)
  }
}
