import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FACES } from './faces.js'
import { PACKAGES, versionOf } from './packages.js'

/** The file that identifies the inputs of the fonts next to it. */
export const STAMP = 'stamp.txt'

/** Returns a digest of the inputs: the package versions and the text of these scripts. */
export async function stampOf(): Promise<string> {
  const folder = import.meta.dirname
  const hash = createHash('sha256')
  for (const name of PACKAGES) hash.update(`${name} ${versionOf(name)}\n`)
  for (const name of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, name)))
  return hash.digest('hex')
}

/** Returns whether a folder contains all fonts, built from these inputs. */
export async function isCurrent(folder: string, stamp: string): Promise<boolean> {
  const files = [...FACES.map(({ file }) => file), 'coverage.json']
  try {
    await Promise.all(files.map((file) => stat(join(folder, file))))
    return (await readFile(join(folder, STAMP), 'utf8')) === stamp
  } catch {
    return false
  }
}
