import { yearlyIndexOf } from '../issue/yearly-index/yearly-index.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { exitCodes } from '../model/exit-codes.js'
import type { IssueReport } from '../model/report.js'
import type { IssueContributions } from '../model/statistics.js'
import type { IndexOrder, YearlyIndex } from '../model/yearly-index.js'
import type { ReadContributions } from './contributions.js'

/** What to index. */
export interface IndexRequest {
  /** Issue folders or files, as typed. */
  targets: readonly string[]
  /** Indexes only the issues of this year. */
  year?: number
  by: IndexOrder
  /** Whether to list authors and units. */
  names: boolean
}

/** How issues are read and built. */
export interface IndexSources {
  readContributions: ReadContributions
  /** Proves the page numbers of several issues; calls `onReport` for each when it is done. */
  provePages: (
    targets: readonly string[],
    onReport: (report: IssueReport, target: string) => void,
  ) => Promise<void>
  onRead?: (target: string, done: number, total: number) => void
}

/** An index, or the reports of the issues that are not built. */
export interface IndexResult {
  /** Undefined when an issue is not built, or there is none. */
  index?: YearlyIndex
  /** What the index is printed with: that of its last issue. */
  dress?: IssueContributions['dress']
  failed: IssueReport[]
  /** Issues left out because no date says which year they are of. */
  undated: string[]
  diagnostics: Diagnostic[]
}

/**
 * Indexes the articles of several issues with their printed pages. Of an issue, only its titles,
 * names and pages stay in memory.
 */
export async function indexIssues(
  { targets, year, by, names }: IndexRequest,
  { readContributions, provePages, onRead }: IndexSources,
): Promise<IndexResult> {
  const read: { target: string; issue: IssueContributions }[] = []
  const undated: string[] = []
  for (const [index, target] of targets.entries()) {
    onRead?.(target, index + 1, targets.length)
    const issue = await readContributions(target)
    if (year !== undefined && issue.date === undefined) undated.push(target)
    if (year === undefined || issue.date?.year === year) read.push({ target, issue })
  }
  const failed: IssueReport[] = []
  const pages = new Map<string, ReadonlyMap<string, number>>()
  await provePages(
    read.map(({ target }) => target),
    (report, target) => {
      if (report.exitCode !== exitCodes.built) failed.push(report)
      pages.set(
        target,
        new Map(
          report.articles.flatMap(({ file, page }) => (page === undefined ? [] : [[file, page]])),
        ),
      )
    },
  )
  const diagnostics = failed.flatMap((report) => report.diagnostics)
  if (failed.length > 0 || read.length === 0) return { failed, undated, diagnostics }
  const targetOf = new Map(read.map(({ target, issue }) => [issue, target]))
  const pagesOf = (issue: IssueContributions) => {
    const own = pages.get(targetOf.get(issue) ?? '')
    return (file: string) => own?.get(file)
  }
  const issues = read.map(({ issue }) => issue)
  const index = yearlyIndexOf(issues, pagesOf, { ...(year !== undefined && { year }), by, names })
  return { index, dress: dressOf(issues, index), failed, undated, diagnostics }
}

const dressOf = (issues: readonly IssueContributions[], { issues: sorted }: YearlyIndex) =>
  issues.find(({ name }) => name === sorted.at(-1)?.name)?.dress
