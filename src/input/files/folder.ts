import { stat } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import { Fault } from '../../model/fault.js'
import type { IssueSources, SourceFile } from '../../model/source.js'
import type { Staged } from '../../model/staged.js'
import { sortedByPath } from '../../text/natural-order.js'
import { environmentFault } from './fault.js'
import { missingTarget } from './missing.js'
import { isArticle, withoutEnding } from './names.js'
import { readNeighbours } from './neighbours.js'
import { readSettings, settingsIn } from './settings.js'
import { readSource } from './source.js'
import { aboutNames, empty } from './unread.js'
import { walkFolder } from './walk.js'

/**
 * The number of files read at the same time; operating systems limit the open files of a process to
 * a few hundred.
 */
const OPEN_FILES = 16

/**
 * Reads all the text files of an issue: a folder, or a single `.md` file.
 *
 * @param target the path as typed.
 * @throws Fault `usage` when there is no such issue, `environment` when a file cannot be read.
 */
export async function readIssue(target: string, { cwd }: { cwd: string }): Promise<IssueSources> {
  const absolute = resolve(cwd, target)
  const info = await stat(absolute).catch((cause: unknown) =>
    isMissing(cause) ? undefined : environmentFault(target)(cause),
  )
  if (info === undefined) throw await missingTarget(target, absolute, cwd)
  if (info.isDirectory()) return readFolder(target, absolute, cwd)
  if (info.isFile() && isArticle(absolute)) return readSingle(absolute, cwd)
  throw new Fault(
    'usage',
    `“${target}”既不是文件夹，也不是 .md 文件。`,
    '写出一期的文件夹名，或一篇 .md 稿件的文件名。',
  )
}

async function readFolder(target: string, folder: string, cwd: string): Promise<IssueSources> {
  const above = dirname(folder)
  const [walked, parent] = [await walkFolder(folder), await readParent(folder, cwd)]
  const { articles, links, special, garbled } = walked
  if ([articles, links, special, garbled].every(({ length }) => length === 0))
    throw empty(target, walked)
  const settings = await readSettings(folder, { cwd, within: parent.value ? above : folder })
  // Sort by paths relative to the issue, so that the order does not depend on the working
  // directory.
  const inside = (path: string) => relative(folder, path).split(sep).join('/')
  const paths = sortedByPath(walked.articles, inside)
  const limit = pLimit(OPEN_FILES)
  const read = await limit.map(paths, (path) =>
    readSource(path, { cwd, configuration: false, within: folder }),
  )
  return {
    name: basename(folder).normalize('NFC') || 'bulletin',
    folder,
    articles: read.flatMap(({ value }) => value ?? []),
    ...(settings.value ? { settings: settings.value } : {}),
    ...(parent.value ? { parent: parent.value } : {}),
    ...(parent.value ? { neighbours: await readNeighbours(folder, { cwd }) } : {}),
    single: false,
    roots: parent.value ? [folder, above] : [folder],
    diagnostics: [
      ...parent.diagnostics,
      ...settings.diagnostics,
      ...read.flatMap(({ diagnostics }) => diagnostics),
      ...aboutNames(walked, { cwd, texts: read.map(({ value }) => value?.text ?? '') }),
    ],
  }
}

async function readSingle(path: string, cwd: string): Promise<IssueSources> {
  const folder = dirname(path)
  const article = await readSource(path, { cwd, configuration: false })
  const parent = await readSettings(folder, { cwd, within: folder })
  return {
    name: withoutEnding(basename(path)).normalize('NFC'),
    folder,
    articles: article.value ? [article.value] : [],
    ...(parent.value ? { parent: parent.value } : {}),
    single: true,
    roots: [folder],
    diagnostics: [...parent.diagnostics, ...article.diagnostics],
  }
}

/**
 * Reads the settings of the parent folder. That folder may hold anything and may be unreadable; an
 * unreadable parent counts as having no settings.
 */
async function readParent(folder: string, cwd: string): Promise<Staged<SourceFile>> {
  const above = dirname(folder)
  return above === folder || (await settingsIn(above)) === undefined
    ? { diagnostics: [] }
    : readSettings(above, { cwd, within: above })
}

const isMissing = (cause: unknown) =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
