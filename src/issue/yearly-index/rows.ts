import type { Contribution, IssueContributions } from '../../model/statistics.js'
import type { IndexedIssue, IndexRow } from '../../model/yearly-index.js'

/** The printed page of every source file of an issue; undefined for a title that is not printed. */
export type PagesOf = (file: string) => number | undefined

/**
 * Returns the rows of one issue in printed order, as its contents (目录) have them: one for an
 * article, one for all briefs of a section. Articles that the contents leave out have no row.
 */
export function rowsOf(
  { contributions }: IssueContributions,
  issue: IndexedIssue,
  pageOf: PagesOf,
): IndexRow[] {
  const rows: IndexRow[] = []
  for (const one of contributions) {
    if (one.kind === 'brief') {
      const last = rows.at(-1)
      if (last?.kind === 'briefs' && last.section === one.section)
        last.count = (last.count ?? 0) + 1
      else rows.push({ ...rowOf(one, '', issue, pageOf), kind: 'briefs', count: 1 })
    } else if (one.entry !== undefined) rows.push(rowOf(one, one.entry, issue, pageOf))
  }
  return rows
}

/** Returns the `file` of the row of a contribution: of a brief, that of the first of its section. */
export function rowFileOf(contributions: readonly Contribution[], index: number): string {
  const [before, one] = [contributions[index - 1], contributions[index]]
  const joins = one?.kind === 'brief' && before?.kind === 'brief' && before.section === one.section
  return joins ? rowFileOf(contributions, index - 1) : (one?.file ?? '')
}

const rowOf = (
  { kind, section, units, authors, file }: Contribution,
  title: string,
  issue: IndexedIssue,
  pageOf: PagesOf,
): IndexRow => ({
  kind: 'article',
  title,
  section,
  // The briefs of an issue are signed one by one, so their row is not.
  units: kind === 'brief' ? [] : units,
  authors: kind === 'brief' ? [] : authors,
  issue,
  page: pageOf(file),
  file,
})
