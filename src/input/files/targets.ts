import { readdir, stat } from 'node:fs/promises'
import { basename, isAbsolute, resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import { Fault } from '../../model/fault.js'
import { byPath } from '../../text/natural-order.js'
import { isArticle, isSettings, isSettingsName } from './names.js'
import { isIgnored, walkFolder } from './walk.js'

/** The issues that the arguments of a command name. */
export interface Targets {
  /** Folders and single files to read, in the order of the arguments. */
  targets: string[]
  /** Arguments that are not issues, as typed, except files that are usual beside issues. */
  leftOut: string[]
}

/** The number of folders read at the same time. */
const OPEN_FOLDERS = 16

/**
 * Resolves the arguments of a command to issues. Expands patterns that the shell did not expand (no
 * shell on Windows does). When there are several arguments, those that are not issues are left out:
 * `back-issues/*`, expanded by a shell, also names the PDFs of the last run.
 *
 * @throws Fault `usage` when a pattern matches nothing, or no issue is left.
 */
export async function findTargets(words: readonly string[], cwd = process.cwd()): Promise<Targets> {
  if (words.some((word) => word.trim() === '')) {
    throw new Fault(
      'usage',
      '文件夹的名字是空的。',
      '写上一期的文件夹，如 bulletin build issue-54；就在这个文件夹里，写一个点：bulletin build . 。',
    )
  }
  const named = (await Promise.all(words.map((word) => expanded(word, cwd)))).flat()
  if (named.length === 1) return { targets: named.map(({ path }) => path), leftOut: [] }
  const limit = pLimit(OPEN_FOLDERS)
  const isIssue = await limit.map(named, ({ path, isExpanded }) =>
    mayBeIssue(path, isExpanded, cwd),
  )
  const chosen = (wanted: boolean) =>
    named.filter((_, i) => isIssue[i] === wanted).map(({ path }) => path)
  const [targets, leftOut] = [chosen(true), chosen(false)]
  if (targets.length > 0) return { targets, leftOut: leftOut.filter((path) => !isUsual(path)) }
  const some = leftOut.slice(0, 3).join('、')
  throw new Fault(
    'usage',
    `没有一期可以排：${some}${leftOut.length > 3 ? '……' : ''}里没有稿件。`,
    '写上装着 .md 稿件的文件夹，如 bulletin build back-issues/*。',
  )
}

const isPattern = /[*?[{]/

/**
 * Whether a path is a file that is usual beside issues: their common settings, and generated files.
 */
const isUsual = (path: string): boolean =>
  isSettings(basename(path)) || /\.(?:pdf|html)$/i.test(path)

/**
 * Returns an argument unchanged, or the paths that match its pattern. `isExpanded` marks the
 * latter.
 */
async function expanded(
  word: string,
  cwd: string,
): Promise<{ path: string; isExpanded: boolean }[]> {
  const unchanged = [{ path: word, isExpanded: false }]
  if (!isPattern.test(word) || (await stat(resolve(cwd, word)).catch(() => undefined))) {
    return unchanged
  }
  const { glob } = await import('tinyglobby')
  const pattern = sep === '\\' ? word.replaceAll('\\', '/') : word
  const matches = await glob(pattern, {
    cwd,
    absolute: isAbsolute(word),
    onlyFiles: false,
    expandDirectories: false,
  })
  if (matches.length > 0) {
    const paths = matches.map((path) => path.replace(/\/$/, '')).sort(byPath)
    return paths.map((path) => ({ path, isExpanded: true }))
  }
  throw new Fault(
    'usage',
    `没有符合“${word}”的文件夹。`,
    `检查写法；现在是在“${cwd}”里找。* 代表任意几个字，? 代表一个字。`,
  )
}

/** Whether a path is an issue, or was meant as one, rather than another file beside issues. */
async function mayBeIssue(path: string, isExpanded: boolean, cwd: string): Promise<boolean> {
  const absolute = resolve(cwd, path)
  const name = basename(absolute)
  if (isIgnored(name) || isUsual(name)) return false
  const info = await stat(absolute).catch(() => undefined)
  // A typed argument that does not exist is kept, so that reading it reports the typing error.
  if (!info?.isDirectory()) return !isExpanded || isArticle(name)
  try {
    const names = await readdir(absolute)
    if (names.some((entry) => (isArticle(entry) || isSettingsName(entry)) && !isIgnored(entry)))
      return true
    const { articles, links, nearly } = await walkFolder(absolute)
    return articles.length + links.length + nearly.length > 0
  } catch {
    return true
  }
}
