import type { Article, Issue } from '../../model/model.js'
import type { Html, SectionView, ViewParts } from './view.js'

/** The rows of the 目录, or 要目, that belong to one section. */
export interface ContentsSection {
  section: string | undefined
  rows: ContentsRow[]
}

export interface ContentsRow {
  title: string
  /** The title with its numbers and its last two characters kept whole. */
  html: Html
  /** Id of the title that the row points to. */
  target: string
}

/** One row an article, one for a whole briefs section; a section of which nothing is listed is left out. */
export function contentsOf(
  issue: Issue,
  sections: readonly SectionView[],
  line: ViewParts['line'],
): ContentsSection[] {
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
        rows: view?.briefs ? [{ title: '', html: '', target: view.briefs.id }] : rows,
      }
    })
    .filter(({ rows }) => rows.length > 0)
}

function contentsTitle({ fields: { title, tocTitle } }: Article): string | undefined {
  if (tocTitle === false || (tocTitle === undefined && !title)) return undefined
  return (tocTitle ?? (title || '')).replaceAll('\n', '')
}
