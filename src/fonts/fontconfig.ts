import { randomUUID } from 'node:crypto'
import { copyFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { digestOf } from '../system/digest.js'
import { diskFault } from '../system/disk-fault.js'
import { makeFolder } from '../system/make-folder.js'
import { allFaces, type ChosenFonts } from './choose.js'

/**
 * Creates a folder with the chosen font files and a fontconfig file that lists only this folder, so
 * that the browser (on Linux) sees only these fonts. The folder's name depends on its content:
 * concurrent builds share it, and it is renamed into place when complete.
 * @returns Environment variables to add for the browser.
 * @throws {Fault} `environment` when the cache cannot be written.
 */
export async function privateFontconfig(
  fonts: ChosenFonts,
  cacheFolder: string,
): Promise<{ FONTCONFIG_FILE: string }> {
  try {
    return await fontFolder(fonts, cacheFolder)
  } catch (cause) {
    throw diskFault(cause, cacheFolder) ?? cause
  }
}

async function fontFolder(fonts: ChosenFonts, cacheFolder: string) {
  const files = filesOf(fonts)
  const folder = join(cacheFolder, `fontconfig-${await nameFor(files)}`)
  if (!(await exists(join(folder, 'fonts.conf')))) {
    const partial = `${folder}.${randomUUID()}`
    await makeFolder(join(partial, 'fonts'))
    for (const [i, file] of files.entries()) {
      await linkOrCopy(file, join(partial, 'fonts', `${i}-${basename(file)}`))
    }
    await writeFile(join(partial, 'fonts.conf'), configuration(folder))
    await rename(partial, folder).catch(async (cause: unknown) => {
      await rm(partial, { recursive: true, force: true })
      if (!(await exists(join(folder, 'fonts.conf')))) throw cause
    })
  }
  // Marks the folder as used, so that `bulletin cache clear` does not remove it while a browser
  // needs it.
  const now = new Date()
  await utimes(folder, now, now).catch(() => {})
  return { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
}

const filesOf = (fonts: ChosenFonts) => [...new Set(allFaces(fonts).map(({ face }) => face.file))]

/** Returns a short hash of the files' paths, sizes and modification times. */
async function nameFor(files: readonly string[]): Promise<string> {
  const collected = files.map(async (file) => {
    const { size, mtimeMs } = await stat(file)
    return `${file}\0${size}\0${mtimeMs}\0`
  })
  return digestOf((await Promise.all(collected)).join('')).slice(0, 16)
}

const exists = async (path: string) => (await stat(path).catch(() => undefined)) !== undefined

/** Links cost nothing; where the file system has none, the file is copied. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await symlink(from, to).catch(() => copyFile(from, to))
}

const configuration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped(join(folder, 'fonts'))}</dir>
  <cachedir>${escaped(join(folder, 'cache'))}</cachedir>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
