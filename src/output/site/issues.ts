import { basename, dirname } from 'node:path'
import type { ArticleReport, IssueReport } from '../../model/report.js'

export interface SiteRow {
  title: string
  /** Relative to the site. */
  href: string
}

/** An issue as the site lists it. */
export interface SiteIssue {
  name: string
  period: string | undefined
  date: string | undefined
  /** Address of its folder, relative to the site; ends with a slash. */
  folder: string
  href: string
  pdf: string | undefined
  contents: { section: string | undefined; rows: SiteRow[] }[]
  isNewest: boolean
}

export interface SiteView {
  title: string
  publisher: string | undefined
  years: { year: string | undefined; issues: SiteIssue[] }[]
}

/** The issues by year, newest first; those of one date in the reverse order of the arguments. */
export function siteView(reports: readonly IssueReport[]): SiteView {
  const newestFirst = reports
    .map((report, place) => ({ report, place }))
    .sort((a, b) => compared(b.report.date, a.report.date) || b.place - a.place)
    .map(({ report }) => report)
  const [newest] = newestFirst
  const years: SiteView['years'] = []
  for (const report of newestFirst) {
    const year = report.date?.slice(0, 4)
    if (years.length === 0 || years.at(-1)?.year !== year) years.push({ year, issues: [] })
    years.at(-1)?.issues.push(siteIssue(report, report === newest))
  }
  return { title: newest?.title ?? '', publisher: newest?.publisher, years }
}

const compared = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

function siteIssue(report: IssueReport, isNewest: boolean): SiteIssue {
  const page = report.files?.find(({ format }) => format === 'html')?.path ?? ''
  const folder = `${encodeURIComponent(basename(dirname(page)))}/`
  const pdf = report.files?.find(({ format }) => format === 'pdf')?.path
  const href = `${folder}index.html`
  return {
    name: report.issueLine ?? report.articles[0]?.title ?? report.title ?? '',
    period: report.period,
    date: report.date,
    folder,
    href,
    pdf: pdf && folder + encodeURIComponent(basename(pdf)),
    contents: contentsOf(report.articles, href),
    isNewest,
  }
}

/** Articles by section in reading order; the briefs of a section are one row. */
function contentsOf(articles: readonly ArticleReport[], href: string): SiteIssue['contents'] {
  const sections: SiteIssue['contents'] = []
  const counts = new Map<string, number>()
  for (const { id = '' } of articles) counts.set(id, (counts.get(id) ?? 0) + 1)
  const seen = new Set<string>()
  for (const { id = '', section, title } of articles) {
    if (seen.has(id)) continue
    seen.add(id)
    const isBriefs = id.startsWith('s')
    const own = isBriefs ? `${section ?? '简讯'}（${counts.get(id)}条）` : title
    if (own === '') continue
    const name = isBriefs ? undefined : section
    if (sections.length === 0 || sections.at(-1)?.section !== name)
      sections.push({ section: name, rows: [] })
    sections.at(-1)?.rows.push({ title: own, href: `${href}#${id}` })
  }
  return sections
}
