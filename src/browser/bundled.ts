import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, lstat, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import { parseTar } from 'nanotar'
import { Fault } from '../model/fault.js'
import { diskFault } from '../system/disk-fault.js'
import { makeFolder } from '../system/make-folder.js'
import { makeOwnFolder, sweepOwnFolders } from '../system/own-folder.js'
import { bundledVersion } from './bundled-package.js'

/** The bundled browser, ready to start. */
export interface Unpacked {
  path: string
  /** Folder of shared libraries that a minimal system lacks; for LD_LIBRARY_PATH. */
  libraries: string
}

/** Name prefix of folders that are being filled, and of damaged ones that are being removed. */
export const PARTIAL = 'partial'
const MARKER = 'complete.json'
const PROGRAM = 'chromium'
const LIBRARIES = 'lib'

/**
 * Unpacks the browser of `@sparticuz/chromium` into the cache, once per version. Safe for
 * concurrent processes: each fills a folder of its own, and the first to finish renames it to the
 * final name. (The package's own method uses fixed names in the shared temp folder, fails in two of
 * three concurrent processes and does not check existing files.)
 *
 * @throws Fault `environment` if the disk is full or read-only, or the package is damaged.
 */
export async function unpackBundled(from: string, cacheFolder: string): Promise<Unpacked> {
  const folder = path.join(cacheFolder, `chromium-${bundledVersion(from)}`)
  if (!(await isComplete(folder))) await unpackInto(folder, from, cacheFolder)
  return { path: path.join(folder, PROGRAM), libraries: path.join(folder, LIBRARIES) }
}

async function unpackInto(folder: string, from: string, cacheFolder: string): Promise<void> {
  let partial: string | undefined
  try {
    await makeFolder(cacheFolder)
    await sweepOwnFolders(cacheFolder, PARTIAL)
    partial = await makeOwnFolder(cacheFolder, PARTIAL)
    await fill(partial, path.join(from, 'bin'))
    await moveInto(folder, partial, cacheFolder)
  } catch (cause) {
    throw diskFault(cause, cacheFolder) ?? damaged(from, cause)
  } finally {
    if (partial) await rm(partial, { recursive: true, force: true })
  }
}

/** Writes the marker last, so that only a complete folder has one. */
async function fill(partial: string, archives: string): Promise<void> {
  const sizes: Record<string, number> = {}
  const program = path.join(partial, PROGRAM)
  const libraries = path.join(partial, LIBRARIES)
  const unpackProgram = pipeline(
    createReadStream(path.join(archives, 'chromium.br')),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    createWriteStream(program, { mode: 0o755, flush: true }),
  ).then(async () => {
    sizes[PROGRAM] = (await stat(program)).size
  })
  const unpackLibraries = readFile(path.join(archives, 'al2023.tar.br'))
    .then(promisify(brotliDecompress))
    .then(async (tar) => {
      await mkdir(libraries)
      for (const { name, data } of parseTar(tar, { filter: ({ type }) => type === 'file' })) {
        if (!data) continue
        // Only the base name, so that no file is written outside the folder.
        const file = path.basename(name)
        await writeFile(path.join(libraries, file), data, { mode: 0o755 })
        sizes[`${LIBRARIES}/${file}`] = data.length
      }
    })
  const [ofProgram, ofLibraries] = await Promise.allSettled([unpackProgram, unpackLibraries])
  for (const part of [ofProgram, ofLibraries]) if (part.status === 'rejected') throw part.reason
  // `mkdtemp` makes the folder private, but root may unpack for all users, as in a container image.
  await chmod(partial, 0o755)
  await writeFile(path.join(partial, MARKER), JSON.stringify(sizes), { flush: true })
}

/**
 * Renames the folder to its final name, unless another process did so first. A damaged folder is
 * moved away.
 */
async function moveInto(folder: string, partial: string, cacheFolder: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await rename(partial, folder)
    } catch (error) {
      if (await isComplete(folder)) return
      const { code } = error as NodeJS.ErrnoException
      if (attempt === 3 || !(code === 'ENOTEMPTY' || code === 'EEXIST')) throw error
      const away = await makeOwnFolder(cacheFolder, PARTIAL)
      await rename(folder, path.join(away, 'damaged')).catch(() => {})
      await rm(away, { recursive: true, force: true })
    }
  }
}

/**
 * Fast enough for every start: compares a dozen file sizes, and checks that the owner is the user
 * or root.
 */
async function isComplete(folder: string): Promise<boolean> {
  try {
    const { uid } = await lstat(folder)
    if (uid !== 0 && uid !== (process.getuid?.() ?? uid)) return false
    const sizes: Record<string, number> = JSON.parse(
      await readFile(path.join(folder, MARKER), 'utf8'),
    )
    const same = Object.entries(sizes).map(
      async ([name, size]) => (await stat(path.join(folder, name))).size === size,
    )
    return (await Promise.all(same)).every(Boolean)
  } catch {
    return false
  }
}

const damaged = (from: string, cause: unknown) =>
  new Fault(
    'environment',
    `随程序安装的浏览器“${from}”已经损坏，解不开。`,
    '运行 npm ci 重新安装，或用 --browser 指定别的浏览器。',
    { cause },
  )
