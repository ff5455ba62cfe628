import type { Article } from '../model/article.js'
import type { Issue, Section } from '../model/issue.js'

/** The ids that titles have on the page. */
export interface TitleIds {
  /** `a1`, `a2` … in reading order. */
  ofArticle: ReadonlyMap<Article, string>
  /** `s3` for the briefs of the third section, which share one title. */
  ofBriefs: ReadonlyMap<Section, string>
}

/** Ids of the titles of an issue: links, bookmarks, page numbers and messages know a title by its id. */
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
