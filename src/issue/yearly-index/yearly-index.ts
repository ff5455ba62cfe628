import type { IssueContributions } from '../../model/statistics.js'
import type {
  IndexedIssue,
  IndexedName,
  IndexGroup,
  IndexOrder,
  IndexRow,
  YearlyIndex,
} from '../../model/yearly-index.js'
import { byPinyin, type NameKind } from '../../text/pinyin-order.js'
import { indexedIssues, inYearOrder, rangeOf } from './issues.js'
import { placeOf } from './row-text.js'
import { type PagesOf, rowFileOf, rowsOf } from './rows.js'

/** What an index is made of. */
export interface IndexOptions {
  /** The year in its heading. */
  year?: number
  by: IndexOrder
  /** Whether to list authors and units. */
  names: boolean
}

/**
 * Returns the index (总目录) of several issues. `pagesOf` returns the printed pages of an issue. Pure.
 */
export function yearlyIndexOf(
  all: readonly IssueContributions[],
  pagesOf: (issue: IssueContributions) => PagesOf,
  { year, by, names }: IndexOptions,
): YearlyIndex {
  const contributions = inYearOrder(all)
  const issues = indexedIssues(contributions)
  const placed = contributions.flatMap((own, index) => {
    const issue = issues[index]
    return issue ? [{ own, issue, pageOf: pagesOf(own) }] : []
  })
  const heading = `${yearsOf(issues, year)}总目录`
  const rows = placed
    .flatMap(({ own, issue, pageOf }) => rowsOf(own, issue, pageOf))
    // An index that was put into the last issue does not list itself.
    .filter(({ title }) => title !== heading)
  const last = contributions.at(-1)
  return {
    title: (last?.title ?? '').replaceAll('\n', ''),
    publisher: last?.publisher,
    heading,
    range: rangeOf(issues),
    by,
    issues,
    groups: by === 'issue' ? groupsByIssue(issues, rows) : groupsBySection(contributions, rows),
    authors: names ? namesOf(placed, 'person') : [],
    units: names ? namesOf(placed, 'unit') : [],
  }
}

/** 2021年, 2020—2021年; empty when the issues have no date. */
function yearsOf(issues: readonly IndexedIssue[], year: number | undefined): string {
  const years = issues.flatMap(({ date }) => date?.year ?? [])
  const [first, last] = year === undefined ? [years[0], years.at(-1)] : [year, year]
  if (first === undefined || last === undefined) return ''
  return first === last ? `${first}年` : `${first}—${last}年`
}

/** Sections in the order of the settings, then the others by first appearance. */
function groupsBySection(
  contributions: readonly IssueContributions[],
  rows: readonly IndexRow[],
): IndexGroup[] {
  const listed = sectionOrder(contributions.map(({ sections }) => sections))
  const appearing = rows.map(({ section }) => section)
  return [...new Set([...listed, ...appearing])]
    .map((section) => ({
      heading: section,
      parts: [{ rows: rows.filter((row) => row.section === section) }],
    }))
    .filter(({ parts }) => parts.some(({ rows }) => rows.length > 0))
}

/**
 * Merges the sections of several issues: those of the last one in its order; a section that it does
 * not have comes after the one that it followed in its own issue.
 */
export function sectionOrder(lists: readonly (readonly string[])[]): string[] {
  const merged: string[] = []
  for (const sections of lists.toReversed()) {
    for (const [index, section] of sections.entries()) {
      if (merged.includes(section)) continue
      const before = sections[index - 1]
      merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, section)
    }
  }
  return merged
}

function groupsByIssue(issues: readonly IndexedIssue[], rows: readonly IndexRow[]): IndexGroup[] {
  return issues.map((issue) => {
    const own = rows.filter((row) => row.issue === issue)
    return {
      heading: issue.heading,
      parts: [...new Set(own.map(({ section }) => section))].map((section) => ({
        section,
        rows: own.filter((row) => row.section === section),
      })),
    }
  })
}

interface Placed {
  own: IssueContributions
  issue: IndexedIssue
  pageOf: PagesOf
}

/** Authors or units by pinyin, each place once. */
function namesOf(placed: readonly Placed[], kind: NameKind): IndexedName[] {
  /** By name, the file of every place. */
  const places = new Map<string, Map<string, string>>()
  for (const { own, issue, pageOf } of placed) {
    for (const [index, { units, authors, file }] of own.contributions.entries()) {
      const place = placeOf({ issue, page: pageOf(file) })
      for (const name of (kind === 'person' ? authors : units).flatMap(separate)) {
        const known = places.get(name) ?? new Map<string, string>()
        if (!known.has(place)) known.set(place, rowFileOf(own.contributions, index))
        places.set(name, known)
      }
    }
  }
  return byPinyin([...places], ([name]) => name, kind).map(({ letter, item: [name, own] }) => ({
    name,
    letter,
    places: [...own.keys()],
    files: [...own.values()],
  }))
}

/** Several names that were typed as one: 陈思、李艳. */
const separate = (names: string): string[] =>
  names
    .split(/[、，；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
