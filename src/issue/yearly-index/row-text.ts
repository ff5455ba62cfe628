import type { IndexedIssue, IndexOrder, IndexRow } from '../../model/yearly-index.js'

/** Where a page is: `3·12`; only the issue when the page is not known. */
export const placeOf = ({ issue, page }: { issue: IndexedIssue; page?: number }): string =>
  page === undefined ? issue.label : `${issue.label}·${page}`

/** The title of a row; the briefs of an issue have none, so the issue or the section names them. */
export const titleOf = (
  { kind, title, section = '', issue, count = 0 }: IndexRow,
  by: IndexOrder,
): string => {
  if (kind === 'article') return title
  return by === 'issue' ? `${section}（${count}条）` : `${issue.heading}（${count}条）`
}

/** 城东区文化馆、市图书馆 陈思、李艳. Empty without unit and author. */
export const signatureOf = ({ units, authors }: Pick<IndexRow, 'units' | 'authors'>): string =>
  [units, authors]
    .filter((names) => names.length > 0)
    .map((names) => names.join('、'))
    .join(' ')
