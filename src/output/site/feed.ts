import type { SiteIssue, SiteView } from './issues.js'

export interface FeedEntry {
  title: string
  address: string
  /** RFC 3339. */
  date: string
  titles: string[]
}

/** The data of the Atom feed (RFC 4287). Addresses are absolute; dates are those of the issues. */
export interface FeedView {
  title: string
  author: string
  address: string
  updated: string
  entries: FeedEntry[]
  undated: string[]
}

/** `baseUrl` ends with a slash. */
export function feedView({ title, publisher, years }: SiteView, baseUrl: string): FeedView {
  const issues = years.flatMap((year) => year.issues)
  const entries = issues.flatMap((issue) => entryOf(issue, baseUrl))
  return {
    title,
    author: publisher ?? title,
    address: baseUrl,
    // A feed must say when it was changed; without any dated issue it is empty and has always been.
    updated: entries[0]?.date ?? '1970-01-01T00:00:00+08:00',
    entries,
    undated: issues.filter(({ date }) => date === undefined).map(({ name }) => name),
  }
}

function entryOf(
  { name, period, date, folder, contents }: SiteIssue,
  baseUrl: string,
): FeedEntry[] {
  if (date === undefined) return []
  const day = date.length === 7 ? `${date}-01` : date
  return [
    {
      title: [name, period].filter(Boolean).join(' '),
      address: baseUrl + folder,
      date: `${day}T00:00:00+08:00`,
      titles: contents.flatMap(({ rows }) => rows.map((row) => row.title)),
    },
  ]
}
