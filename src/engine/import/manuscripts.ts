import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { displayPath } from '../../input/files/source.js'
import { isIgnored } from '../../input/files/walk.js'
import { Fault } from '../../model/fault.js'
import { sortedByPath } from '../../text/natural-order.js'

/** A file to be converted to an article. */
export interface Manuscript {
  absolute: string
  /** Path for messages. */
  path: string
  /** File extension without the dot, in lower case. */
  ending: string
  /** Name of the folder that contains it. */
  folder: string
}

/** The file names that are read in a folder. */
const known = /\.(?:docx|docm|dotx|doc|wps|wpt|rtf|odt|md|txt)$/i

/** @throws {Fault} `usage` when an argument matches nothing, or nothing is found. */
export async function findManuscripts(
  words: readonly string[],
  cwd: string,
): Promise<Manuscript[]> {
  const found = new Map<string, Manuscript>()
  for (const word of words) {
    for (const absolute of await filesOf(word, cwd)) found.set(absolute, manuscript(absolute, cwd))
  }
  if (found.size > 0) return [...found.values()]
  throw new Fault(
    'usage',
    `没有找到稿件：${words.join('、')}。`,
    '写上 .docx、.doc、.wps、.rtf、.odt、.md、.txt 文件，或装着它们的文件夹。',
  )
}

const manuscript = (absolute: string, cwd: string): Manuscript => ({
  absolute,
  path: displayPath(absolute, cwd),
  ending: /\.(\w+)$/.exec(absolute)?.[1]?.toLowerCase() ?? '',
  folder: basename(dirname(absolute)),
})

async function filesOf(word: string, cwd: string): Promise<string[]> {
  const absolute = resolve(cwd, word)
  const info = await stat(absolute).catch(() => undefined)
  if (info?.isDirectory()) return inOrder(await inFolder(absolute))
  if (info) return [absolute]
  const { glob } = await import('tinyglobby')
  const pattern = sep === '\\' ? word.replaceAll('\\', '/') : word
  const met = /[*?[{]/.test(word) ? await glob(pattern, { cwd, absolute: true }) : []
  const files = met.filter((path) => !isIgnored(basename(path)) && known.test(path))
  if (files.length > 0) return inOrder(files.map((path) => resolve(path)))
  throw new Fault('usage', `没有“${word}”这个文件。`, `检查写法；现在是在“${cwd}”里找。`)
}

const inOrder = (paths: readonly string[]): string[] => sortedByPath(paths, (path) => path)

/** Links are not followed, because they may lead outside the folder. */
async function inFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries
      .filter(({ name }) => !isIgnored(name))
      .map(async (entry): Promise<string[]> => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return inFolder(path)
        return entry.isFile() && known.test(entry.name) ? [path] : []
      }),
  )
  return found.flat()
}
