import { dirname } from 'node:path'
import { statisticsOf } from '../issue/statistics/statistics.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { configurationErrorAt } from '../model/diagnostic.js'
import type { SourceFile } from '../model/source.js'
import type { Staged } from '../model/staged.js'
import type {
  Contribution,
  IssueContributions,
  Statistics,
  StatisticsRules,
} from '../model/statistics.js'
import { liesIn } from '../system/read-within.js'
import type { ReadContributions } from './contributions.js'

/** What to count. */
export interface StatisticsRequest {
  /** Issue folders or files, as typed. */
  targets: readonly string[]
  /** Counts only contributions printed in this year. */
  year?: number
  /** Absolute path of the rules file. */
  rules?: string
  onIssue?: (target: string, done: number, total: number) => void
}

/** Reads the rules file, or a file that it refers to, which must lie in a folder. */
export type ReadText = (absolute: string, within?: string) => Promise<Staged<SourceFile>>

/** The statistics, with the publication's title. */
export interface StatisticsResult {
  title: string
  publisher?: string
  statistics: Statistics
  contributions: Contribution[]
  rules: StatisticsRules
  diagnostics: Diagnostic[]
}

/**
 * Counts the contributions printed in several issues. Only one issue is in memory at a time;
 * unchanged issues come from the cache.
 */
export async function countIssues(
  { targets, year, rules: rulesFile, onIssue }: StatisticsRequest,
  readContributions: ReadContributions,
  readText: ReadText,
): Promise<StatisticsResult> {
  const { rules, records, diagnostics } = await rulesOf(rulesFile, readText)
  const contributions: Contribution[] = [...records]
  let last: IssueContributions | undefined
  for (const [index, target] of targets.entries()) {
    onIssue?.(target, index + 1, targets.length)
    const issue = await readContributions(target)
    contributions.push(...issue.contributions)
    // An article that cannot be read is missing from the totals, so its errors are reported.
    diagnostics.push(...issue.errors)
    last = issue
  }
  const wanted = contributions.filter((one) => year === undefined || one.year === year)
  return {
    title: last?.title ?? '',
    ...(last?.publisher !== undefined && { publisher: last.publisher }),
    statistics: statisticsOf(wanted, rules),
    contributions: wanted,
    rules,
    diagnostics,
  }
}

async function rulesOf(path: string | undefined, readText: ReadText) {
  if (path === undefined) return { rules: {}, records: [], diagnostics: [] }
  const { parseStatisticsRules } = await import('../input/statistics/rules.js')
  const { value: source, diagnostics } = await readText(path)
  if (!source) return { rules: {}, records: [], diagnostics }
  const { value: rules = {}, diagnostics: ruleDiagnostics } = parseStatisticsRules(source)
  const all = [...diagnostics, ...ruleDiagnostics]
  if (!rules.records) return { rules, records: [], diagnostics: all }
  const { parseRecords } = await import('../input/statistics/records.js')
  const { absolute, place, path: written } = rules.records
  const folder = dirname(path)
  if (!liesIn(absolute, [folder])) {
    const outside = configurationErrorAt(place, {
      rule: 'statistics-records',
      message: `“${written}”在规则文件的文件夹之外，没有读。`,
      hint: '把它放到规则文件旁边，再写成 其他记录: 文件名。',
    })
    return { rules, records: [], diagnostics: [...all, outside] }
  }
  const { value: csv, diagnostics: unread } = await readText(absolute, folder)
  const { value: records = [], diagnostics: wrong } = csv ? parseRecords(csv) : { diagnostics: [] }
  return { rules, records, diagnostics: [...all, ...unread, ...wrong] }
}
