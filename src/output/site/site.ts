import { readWebTemplate } from '../../input/files/template.js'
import type { IssueReport } from '../../model/report.js'
import { fill, styleSheet } from '../../typeset/template/template.js'
import { pageCsp } from '../html/page.js'
import { nameWidth } from '../html/view.js'
import { feedView } from './feed.js'
import { siteView } from './issues.js'

/** The files of a site beside those of its issues. */
export interface SiteFiles {
  /** Text by name. */
  files: [name: string, text: string][]
  /** Issues that cannot stand in the feed, because they have no date. */
  undated: string[]
}

/** Of the page of an issue only the colours, the page and the masthead are needed. */
const shared = /[123]-[^/]*\.css$/

/**
 * Returns the list of the issues, newest first, and, for a site whose address is known, its Atom feed.
 * Both depend on nothing but the reports.
 */
export async function siteFiles(
  reports: readonly IssueReport[],
  baseUrl: string | undefined,
): Promise<SiteFiles> {
  const [page, template] = await Promise.all([readWebTemplate('html'), readWebTemplate('site')])
  const view = siteView(reports)
  const styles = [...page.styles.filter(({ path }) => shared.test(path)), ...template.styles]
  const index = fill(template, {
    ...view,
    nameCells: nameWidth([view.title], true),
    csp: pageCsp,
    css: styleSheet({ styles }),
    hasFeed: baseUrl !== undefined,
  })
  const feed = template.partials.feed
  if (baseUrl === undefined || !feed) return { files: [['index.html', index]], undated: [] }
  const { undated, ...entries } = feedView(view, baseUrl)
  return {
    files: [
      ['index.html', index],
      ['feed.xml', fill({ page: feed, partials: {} }, entries)],
    ],
    undated,
  }
}
