import type { Article } from '../model/article.js'
import type { Issue, Section } from '../model/issue.js'

/** The element ids of titles on the page. */
export interface TitleIds {
  /** `a1`, `a2` … in reading order. */
  ofArticle: ReadonlyMap<Article, string>
  /** `s3` for the briefs of the third section, which have one title together. */
  ofBriefs: ReadonlyMap<Section, string>
}

/**
 * Returns the element ids of the titles of an issue. Links, bookmarks, page numbers and messages
 * refer to titles by these ids.
 */
export function titleIds({ sections }: Pick<Issue, 'sections'>): TitleIds {
  const articles = sections.flatMap((section) => section.articles)
  return {
    ofArticle: new Map(articles.map((article, index) => [article, `a${index + 1}`])),
    ofBriefs: new Map(
      sections.flatMap((section, index) =>
        section.briefs.length > 0 ? [[section, `s${index + 1}`] as const] : [],
      ),
    ),
  }
}
