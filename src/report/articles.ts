import { signatureOf } from '../issue/signature.js'
import type { Issue } from '../model/issue.js'
import type { ArticleReport } from '../model/report.js'

/**
 * Every article and brief of an issue in reading order. `pageOf` gives the page of a title by the id
 * that the page gives it (`a1`, `s6`); nothing before the print.
 */
export function articlesReport(
  issue: Issue,
  pageOf: (id: string) => number | undefined = () => undefined,
): ArticleReport[] {
  let count = 0
  return issue.sections.flatMap((section, index) => {
    const articles = section.articles.map(({ path, fields }) => ({
      file: path,
      section: section.name,
      title: (fields.title || '').replaceAll('\n', ''),
      page: pageOf(`a${++count}`),
      signature: signatureOf(fields),
    }))
    const briefs = section.briefs.map(({ article, signature }) => ({
      file: article.path,
      section: section.name,
      title: article.fields.title || '',
      page: pageOf(`s${index + 1}`),
      signature,
    }))
    return [...articles, ...briefs]
  })
}
