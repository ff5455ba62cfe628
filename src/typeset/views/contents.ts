import type { Article } from '../../model/article.js'
import type { Issue } from '../../model/issue.js'
import type { ContentsSection, SectionView, ViewParts } from '../view-model.js'

/**
 * The contents: one row for an article, one row for a whole briefs section. Sections without rows
 * are left out.
 */
export function contentsOf<Content>(
  issue: Issue,
  sections: readonly SectionView<Content>[],
  line: ViewParts<Content>['line'],
): ContentsSection<Content>[] {
  return issue.sections
    .map((section, index) => {
      const view = sections[index]
      const rows = section.articles.flatMap((article, place) => {
        const title = contentsTitle(article)
        const target = view?.articles[place]?.id
        return title === undefined || target === undefined
          ? []
          : [{ title, html: line(title), target }]
      })
      return {
        section: section.name,
        rows: view?.briefs ? [{ title: '', html: line(''), target: view.briefs.id }] : rows,
      }
    })
    .filter(({ rows }) => rows.length > 0)
}

function contentsTitle({ fields: { title, tocTitle } }: Article): string | undefined {
  if (tocTitle === false || (tocTitle === undefined && !title)) return undefined
  return (tocTitle ?? (title || '')).replaceAll('\n', '')
}
