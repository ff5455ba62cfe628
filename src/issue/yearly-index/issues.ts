import type { IssueContributions } from '../../model/statistics.js'
import type { IndexedIssue } from '../../model/yearly-index.js'
import { compareDays } from '../../text/numerals.js'

/**
 * Sorts issues by date, then by number; without a date they keep their order, after the others.
 */
export const inYearOrder = (issues: readonly IssueContributions[]): IssueContributions[] =>
  issues.toSorted((a, b) => {
    if (!a.date || !b.date) return Number(!a.date) - Number(!b.date)
    return compareDays(a.date, b.date) || (a.number ?? 0) - (b.number ?? 0)
  })

/**
 * Returns how the index names its issues: by their number within the year; if that is not clear,
 * by the total number; else by the folder.
 */
export function indexedIssues(issues: readonly IssueContributions[]): IndexedIssue[] {
  const years = new Set(issues.map(({ date }) => date?.year))
  const numbers = years.size === 1 ? distinct(issues.map(({ number }) => number)) : undefined
  const labels = numbers ?? distinct(issues.map(({ total }) => total))
  return issues.map((issue, index) => {
    const { name, issueLine, period, date, number, total } = issue
    const heading = [issueLine ?? name, period].filter(Boolean).join('\u3000')
    return { name, label: String(labels?.[index] ?? name), heading, date, number, total }
  })
}

/** 第1期至第6期（总第31期至总第36期）. Undefined when the issues have no numbers. */
export function rangeOf(issues: readonly IndexedIssue[]): string | undefined {
  const [first, last] = [issues[0], issues.at(-1)]
  if (!first || !last) return undefined
  const years = new Set(issues.map(({ date }) => date?.year))
  const numbers = years.size === 1 ? span('第', first.number, last.number) : undefined
  const totals = span('总第', first.total, last.total)
  return numbers && totals ? `${numbers}（${totals}）` : (numbers ?? totals)
}

function span(word: string, from: number | undefined, to: number | undefined) {
  if (from === undefined || to === undefined) return undefined
  return from === to ? `${word}${from}期` : `${word}${from}期至${word}${to}期`
}

/** Returns the numbers if every issue has its own. */
const distinct = (numbers: readonly (number | undefined)[]): number[] | undefined => {
  const given = numbers.filter((one) => one !== undefined)
  return new Set(given).size === numbers.length ? given : undefined
}
