import { readdir, stat } from 'node:fs/promises'
import { basename, isAbsolute, resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import { Fault } from '../../model/fault.js'
import { byPath } from '../../text/natural-order.js'
import { isArticle, isSettings, isSettingsName } from './names.js'
import { isIgnored, walkFolder } from './walk.js'

/** What the words of a command line mean. */
export interface Targets {
  /** Folders and single files to be read, in the order of the words. */
  targets: string[]
  /** What was named and is no issue, as it was named; files that are always there do not count. */
  leftOut: string[]
}

/** Folders looked into at the same time. */
const OPEN_FOLDERS = 16

/**
 * The issues that the words of a command line name. A pattern is expanded where the shell did not
 * (Windows has none that does). When several are named, what lies beside issues is left out: a
 * shell's `back-issues/*` names the PDFs of the last run too.
 *
 * @throws Fault `usage` when a pattern meets nothing, or nothing is left.
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
  const isIssue = await limit.map(named, ({ path, byUs }) => mayBeIssue(path, byUs, cwd))
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

/** What lies beside issues by rights: their common settings, and what was made of them. */
const isUsual = (path: string): boolean =>
  isSettings(basename(path)) || /\.(?:pdf|html)$/i.test(path)

/** A word as it stands, or the names that its pattern meets. */
async function expanded(word: string, cwd: string): Promise<{ path: string; byUs: boolean }[]> {
  const asItStands = [{ path: word, byUs: false }]
  if (!isPattern.test(word) || (await stat(resolve(cwd, word)).catch(() => undefined))) {
    return asItStands
  }
  const { glob } = await import('tinyglobby')
  const pattern = sep === '\\' ? word.replaceAll('\\', '/') : word
  const met = await glob(pattern, {
    cwd,
    absolute: isAbsolute(word),
    onlyFiles: false,
    expandDirectories: false,
  })
  if (met.length > 0) {
    const paths = met.map((path) => path.replace(/\/$/, '')).sort(byPath)
    return paths.map((path) => ({ path, byUs: true }))
  }
  throw new Fault(
    'usage',
    `没有符合“${word}”的文件夹。`,
    `检查写法；现在是在“${cwd}”里找。* 代表任意几个字，? 代表一个字。`,
  )
}

/** Whether something is an issue, or was meant as one, rather than lying beside issues. */
async function mayBeIssue(path: string, byUs: boolean, cwd: string): Promise<boolean> {
  const absolute = resolve(cwd, path)
  const name = basename(absolute)
  if (isIgnored(name) || isUsual(name)) return false
  const info = await stat(absolute).catch(() => undefined)
  // A word that was typed and leads nowhere is a slip to be told.
  if (!info?.isDirectory()) return !byUs || isArticle(name)
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
