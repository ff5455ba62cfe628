import { rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Fault } from '../../model/fault.js'
import { makeFolder } from '../../system/make-folder.js'
import { writingFault } from '../../system/writing-fault.js'

/** A text file to create: absolute path and text. */
export interface NewFile {
  path: string
  text: string
}

/** @throws {Fault} `usage` when one of the paths exists already. */
export async function proveNew(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (await stat(path).catch(() => undefined)) throw alreadyThere(path)
  }
}

/**
 * @param option the option that names their folder, if one does.
 * @throws {Fault} `usage` when one exists already, `environment` when one cannot be written.
 */
export async function writeNew(files: readonly NewFile[], option?: string): Promise<void> {
  await proveNew(files.map(({ path }) => path))
  const written: string[] = []
  try {
    for (const { path, text } of files) {
      await makeFolder(dirname(path))
      await writeFile(path, text, { flag: 'wx' })
      written.push(path)
    }
  } catch (cause) {
    for (const path of written) await rm(path, { force: true })
    const path = files[written.length]?.path ?? ''
    throw cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
      ? alreadyThere(path)
      : writingFault(path, cause, option)
  }
}

const alreadyThere = (path: string) =>
  new Fault('usage', `“${path}”已经有了，没有动它。`, '换一个名字，或先把它移走。')
