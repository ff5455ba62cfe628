import { type Document, isMap, isNode, isScalar, parseDocument } from 'yaml'
import { settingNames, settings as settingsTable } from '../../input/settings/settings.js'
import type { Day, Settings } from '../../model/settings.js'
import { isoDay } from '../../text/day.js'
import { issueFolder } from './publication.js'

/** The values of an existing issue from which the next issue is derived. */
export interface KnownIssue {
  /** The folder's name. */
  name: string
  number?: number
  total?: number | 'none'
  date?: Day
  /** The text of its own `bulletin.yaml`. */
  text: string
}

/** Values for the next issue that override the derived ones. */
export interface IssueWishes {
  name?: string
  number?: number
  total?: number
  date: Day
}

/** Folder name, numbers and date of the next issue. */
export interface NextIssue {
  name: string
  number: number
  total?: number
  date: Day
}

/**
 * Returns the last issue by running number, then by date, then by number; otherwise the last in the
 * list.
 */
export function lastIssue(issues: readonly KnownIssue[]): KnownIssue | undefined {
  return issues.toSorted((a, b) => rank(a) - rank(b) || dayRank(a) - dayRank(b)).at(-1)
}

const rank = ({ total }: KnownIssue) => (typeof total === 'number' ? total : 0)
const dayRank = ({ date, number = 0 }: KnownIssue) =>
  (date ? date.year * 10_000 + date.month * 100 + (date.day ?? 0) : 0) * 1000 + number

/**
 * Derives number, running number and folder name of the next issue. Numbers restart at 1 in a new
 * year.
 */
export function nextIssue(last: KnownIssue | undefined, wishes: IssueWishes): NextIssue {
  const { date } = wishes
  const isNewYear = last?.date !== undefined && date.year > last.date.year
  const number = wishes.number ?? (isNewYear ? 1 : (last?.number ?? 0) + 1)
  const total = wishes.total ?? (typeof last?.total === 'number' ? last.total + 1 : undefined)
  const name = wishes.name ?? followingName(last, { date, number, total })
  return { name, number, ...(total !== undefined && { total }), date }
}

/**
 * Derives the next folder name: `issue-54` → `issue-55`; `2021年第3期` → `2021年第4期`; `第3期` → `第4期`. If
 * the number in `issue-N` is the running number, the new running number is used; any other number
 * is incremented.
 */
function followingName(
  last: KnownIssue | undefined,
  { date, number, total }: Omit<NextIssue, 'name'>,
): string {
  if (last === undefined) return issueFolder({ date, number })
  const before = last.name
  if (total !== undefined && before === `issue-${last.total}`) return `issue-${total}`
  if (/\d{4}年/.test(before)) {
    return before
      .replace(/\d{4}(?=年)/, String(date.year))
      .replace(/(年\D*)\d+/, (_, lead: string) => `${lead}${number}`)
  }
  if (!/\d/.test(before)) return issueFolder({ date, number })
  return before.replace(/\d+(?!.*\d)/, (digits) =>
    String(Number(digits) + 1).padStart(digits.length, '0'),
  )
}

/** Keys that apply to one issue only and are not copied to the next. */
const ownOfOne = new Set<keyof Settings>(['note', 'feature', 'cover', 'period', 'issueLine'])

/** @param shared text of `bulletin.yaml` in the publication's folder. */
export function issueSettingsText(
  last: KnownIssue | undefined,
  next: NextIssue,
  shared = '',
): string {
  const document: Document = parseDocument(last?.text ?? '')
  if (document.errors.length > 0 || !isMap(document.contents)) return freshSettings(next)
  const fresh: Partial<Record<keyof Settings, unknown>> = {
    number: next.number,
    ...(next.total !== undefined && { total: next.total }),
    date: isoDay(next.date),
  }
  const { contents } = document
  const general = valuesOf(parseDocument(shared))
  contents.items = contents.items.filter(({ key, value }) => {
    const name = keyOf(key)
    if (name === undefined) return true
    return !ownOfOne.has(name) && general.get(name) !== plain(document, value)
  })
  const written = contents.items.map(({ key }) => key)
  // A running number that is part of the folder name need not be written.
  const isNamed = /^issue-\d+$/.test(next.name) && next.name === `issue-${next.total}`
  for (const [key, value] of Object.entries(fresh) as [keyof Settings, unknown][]) {
    const pair = contents.items.find(({ key: node }) => keyOf(node) === key)
    if (pair) pair.value = document.createNode(value)
    else if (!(key === 'total' && isNamed))
      contents.add(document.createPair(nameOf(key, written), value))
  }
  // The YAML parser attaches the comment at the top of the file to its first node.
  const [first] = contents.items
  const tops = [document, contents, ...(isNode(first?.key) ? [first.key] : [])]
  const top = tops.find(({ commentBefore }) => commentBefore) ?? document
  top.commentBefore = aboutNext(top.commentBefore, last)
  return document.toString({ lineWidth: 0 })
}

/** Returns the values of known keys as JSON, by English key name. */
function valuesOf(document: Document): Map<keyof Settings, string> {
  const values = new Map<keyof Settings, string>()
  if (document.errors.length > 0 || !isMap(document.contents)) return values
  for (const { key, value } of document.contents.items) {
    const name = keyOf(key)
    if (name !== undefined) values.set(name, plain(document, value))
  }
  return values
}

const keyOf = (node: unknown) => settingNames.get(isScalar(node) ? String(node.value) : '')
const plain = (document: Document, node: unknown): string =>
  JSON.stringify(isNode(node) ? node.toJS(document) : node)

/** Returns the comment at the top, or a default when it mentions the number of the last issue. */
function aboutNext(comment: string | null | undefined, last: KnownIssue | undefined): string {
  const numbers = [last?.number, last?.total].filter((one) => typeof one === 'number')
  const mentionsNumber = numbers.some((number) =>
    new RegExp(`(?<!\\d)${number}(?!\\d)`).test(comment ?? ''),
  )
  return comment && !mentionsNumber
    ? comment
    : ' 这一期的设置；别的写在上一级文件夹的 bulletin.yaml 里。'
}

/** Returns the name under which a key is added: English where the known keys of the file are. */
function nameOf(key: keyof Settings, written: readonly unknown[]): string {
  const known = written.filter((node) => keyOf(node) !== undefined)
  const isEnglish = known.some((node) => isScalar(node) && keyOf(node) === node.value)
  return isEnglish ? key : settingsTable[key].alias
}

const freshSettings = ({ number, total, date, name }: NextIssue) =>
  `# 这一期的设置；别的写在上一级文件夹的 bulletin.yaml 里。
期号: ${number}
${total === undefined || name === `issue-${total}` ? '' : `总期号: ${total}\n`}日期: ${isoDay(date)}
`
