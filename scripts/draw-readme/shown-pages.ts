import type { IssueReport } from '../../src/model/report.js'

/** The pages of articles to show: the page of the title, or the page `after` pages later. */
const shown: readonly { article: string; after: number; why: string }[] = [
  { article: '02-', after: 0, why: 'a title in two lines, and a photo' },
  { article: '04-', after: 0, why: 'a section that opens with its note' },
  { article: '05-', after: 1, why: 'two photos side by side' },
  { article: '08-', after: 1, why: 'a chart, and a table with joined cells' },
  { article: '21-', after: 0, why: 'the briefs' },
]

/**
 * Returns page numbers counted from 1: the cover, the contents, the listed articles, the colophon.
 */
export function shownPages({ articles, pages = 0 }: IssueReport): number[] {
  const inside = shown.map(({ article, after, why }) => {
    const page = articles.find(({ file }) => file.includes(`/${article}`))?.page
    if (page === undefined) throw new Error(`no article ${article} in the issue: ${why}`)
    return page + after
  })
  return [1, 2, ...inside, pages]
}
