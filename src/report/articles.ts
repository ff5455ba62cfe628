import { signatureOf } from '../issue/signature.js'
import { titleIds } from '../issue/title-ids.js'
import type { Issue } from '../model/issue.js'
import type { ArticleReport } from '../model/report.js'

/**
 * Returns every article and brief of an issue in reading order. `pageOf` returns the page of a
 * title by its id; before printing there are no pages.
 */
export function articlesReport(
  issue: Issue,
  pageOf: (id: string) => number | undefined = () => undefined,
): ArticleReport[] {
  const { ofArticle, ofBriefs } = titleIds(issue)
  const pageOfTitle = (id: string | undefined) => (id === undefined ? undefined : pageOf(id))
  return issue.sections.flatMap((section) => {
    const articles = section.articles.map((article) => ({
      file: article.path,
      section: section.name,
      title: (article.fields.title || '').replaceAll('\n', ''),
      id: ofArticle.get(article),
      page: pageOfTitle(ofArticle.get(article)),
      signature: signatureOf(article.fields),
    }))
    const briefs = section.briefs.map(({ article, signature }) => ({
      file: article.path,
      section: section.name,
      title: article.fields.title || '',
      id: ofBriefs.get(section),
      page: pageOfTitle(ofBriefs.get(section)),
      signature,
    }))
    return [...articles, ...briefs]
  })
}
