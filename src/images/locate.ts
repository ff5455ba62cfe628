import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { liesIn } from '../system/read-within.js'

/** The file for a path, or the reason why it is not read. */
export type Located = { file: string; wrong?: undefined } | { file?: undefined; wrong: Wrong }
type Wrong = 'outside' | 'missing'

/**
 * Finds the file for a path inside the allowed folders. Windows and macOS ignore case and Unicode
 * composition in file names; so does this, if exactly one file matches.
 */
export async function locate(path: string, roots: readonly string[]): Promise<Located> {
  const root = roots.find((one) => liesIn(path, [one]))
  if (root === undefined) return { wrong: 'outside' }
  const file = (await isThere(path)) ? path : await asOnDisk(path, root)
  if (file === undefined) return { wrong: 'missing' }
  try {
    const realRoots = await Promise.all(roots.map((one) => realpath(one)))
    return liesIn(await realpath(file), realRoots) ? { file } : { wrong: 'outside' }
  } catch {
    return { wrong: 'missing' }
  }
}

const isThere = (path: string) =>
  realpath(path).then(
    () => true,
    () => false,
  )

async function asOnDisk(path: string, root: string): Promise<string | undefined> {
  let found = root
  for (const name of relative(root, path).split(sep)) {
    const names: string[] = await readdir(found).catch(() => [])
    const composed = names.filter((one) => one.normalize() === name.normalize())
    const matching =
      composed.length > 0 ? composed : names.filter((one) => fold(one) === fold(name))
    const [only] = matching
    const spelt = names.includes(name) ? name : matching.length === 1 ? only : undefined
    if (spelt === undefined) return undefined
    found = join(found, spelt)
  }
  return found
}

const fold = (name: string) => name.normalize().toLowerCase()

/** Maximum number of directory entries that are searched for a similar name. */
const maxEntries = 5000

/**
 * Returns the picture most likely meant by a path that does not exist: the same name in another
 * folder, with another extension, with full-width brackets or a space. Undefined if there is none.
 */
export async function nearestPicture(
  path: string,
  roots: readonly string[],
): Promise<string | undefined> {
  const root = roots.find((one) => liesIn(path, [one]))
  if (root === undefined) return undefined
  const wanted = basename(path)
  const found = await picturesIn(root)
  const beside = found.filter((one) => dirname(one) === dirname(path))
  for (const isNear of [sameName, sameStem]) {
    const near = [...beside, ...found].find((one) => isNear(basename(one), wanted))
    if (near !== undefined) return near
  }
  return undefined
}

/** Returns the pictures of a folder and its subfolders, breadth first. */
async function picturesIn(root: string): Promise<string[]> {
  const found: string[] = []
  const folders = [root]
  let seen = 0
  for (
    let next = folders.shift();
    next !== undefined && seen < maxEntries;
    next = folders.shift()
  ) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => [])
    seen += entries.length
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = join(next, entry.name)
      if (entry.isDirectory()) folders.push(path)
      else if (endings.test(entry.name)) found.push(path)
    }
  }
  return found
}

const endings = /\.(?:jpe?g|jfif|png|gif|bmp|webp|svg|tiff?|heic|heif|avif)$/i

/**
 * Removes common typing differences: width and case of letters, spaces, the two extensions of JPEG.
 */
const loose = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/\.(?:jpeg|jfif)$/, '.jpg')

const sameName = (one: string, other: string) => loose(one) === loose(other)

const sameStem = (one: string, other: string) => stem(one) === stem(other)
const stem = (name: string) => loose(name).replace(endings, '').replace(endings, '')
