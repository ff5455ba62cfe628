import { titleIds } from '../../issue/title-ids.js'
import type { Article } from '../../model/article.js'
import type { Issue } from '../../model/issue.js'
import type { SitePlace } from '../../model/request.js'
import { widthInEm } from '../../text/em-width.js'
import type { ArticleView, SectionView, View } from '../../typeset/view-model.js'
import { isAttachment } from '../../typeset/views/document/attachments.js'

/** An article with the level of its title. */
export interface WebArticle extends ArticleView {
  level: number
}

export interface WebSection extends Omit<SectionView, 'articles'> {
  id: string
  articles: WebArticle[]
}

/** The data of `templates/html`: the view of the page on paper, with what a screen needs. */
export interface WebView extends Omit<View, 'sections' | 'contents'> {
  /** One sentence for search engines and for the card that a chat shows of a link. */
  description: string
  contents: { section: string | undefined; rows: WebContentsRow[] }[]
  hasContents: boolean
  /** Width of the longest line of the name with the space between its letters, em. */
  nameCells: number
  sections: WebSection[]
  /** Where the page lies within a site; undefined for a page on its own. */
  site: { index: string; pdf: string | undefined } | undefined
}

export interface WebContentsRow {
  title: string
  target: string
  /** Page of the printed issue; undefined when it was not printed. */
  page: number | undefined
}

/** Level of an article's title: the page has a heading, and a named section has one. */
const titleLevel = (hasSection: boolean): number => (hasSection ? 3 : 2)

/** Level of the heading that the content of each article stands under. */
export function contentLevels({ kind, sections }: Issue): Map<Article, number> {
  const levels = new Map<Article, number>()
  for (const { name, articles, briefs } of sections) {
    const own = titleLevel(name !== undefined)
    for (const article of articles) {
      const isPage = kind === 'document' && !isAttachment(article)
      levels.set(article, isPage ? 1 : article.fields.title ? own : own - 1)
    }
    for (const { article } of briefs) levels.set(article, own - 1)
  }
  return levels
}

export interface WebViewParts {
  /** Page of every title in the printed issue, by id. */
  pages: ReadonlyMap<string, number>
  site: SitePlace | undefined
}

/** Adds to a view what the screen needs. */
export function webViewOf(issue: Issue, view: View, { pages, site }: WebViewParts): WebView {
  const ids = titleIds(issue)
  const contents = view.contents.map(({ section, rows }) => ({
    section,
    rows: rows.map(({ title, target }) => ({
      title: title === '' ? (section ?? '') : title,
      target,
      page: pages.get(target),
    })),
    isBriefs: rows.some(({ title }) => title === ''),
  }))
  return {
    ...view,
    description: descriptionOf(issue, view),
    contents: contents.map(({ section, rows, isBriefs }) => ({
      section: isBriefs ? undefined : section,
      rows,
    })),
    hasContents: contents.flatMap(({ rows }) => rows).length > 1,
    nameCells: nameCells(view),
    sections: view.sections.map((section, index) => {
      const source = issue.sections[index]
      const level = titleLevel(section.name !== undefined)
      const id = (source && ids.ofBriefs.get(source)) ?? `s${index + 1}`
      return { ...section, id, articles: section.articles.map((one) => ({ ...one, level })) }
    }),
    site: site && { index: site.index, pdf: site.pdf },
  }
}

/** Letter spacing of a masthead, em (`templates/html/styles`). */
const spacing = 0.08
/** Width of 文件 and of the gap before it, em. */
const suffixWidth = 2.6

/** Width of a name in a masthead, em: that of its longest line, with a little air. */
export function nameWidth(lines: readonly string[], isSpaced: boolean): number {
  const widths = lines.map((line) => widthInEm(line) + (isSpaced ? spacing * line.length : 0))
  return Number((Math.max(1, ...widths) + 0.2).toFixed(2))
}

function nameCells({ document, briefing, masthead }: View): number {
  const { lines } = document?.mark ?? briefing?.masthead ?? masthead
  const suffix = document?.mark.suffix === undefined ? 0 : suffixWidth
  return nameWidth(lines, document === undefined) + suffix
}

/** Search engines show about 80 Chinese characters. */
const shown = 80

function descriptionOf({ kind, publisher }: Issue, { documentTitle, contents }: View): string {
  const titles = contents.flatMap(({ rows }) => rows.flatMap(({ title }) => title || []))
  const said = kind === 'document' || titles.length === 0 ? [] : [`目录：${titles.join('；')}`]
  const text = [documentTitle, publisher, ...said].filter(Boolean).join('　')
  return text.length > shown ? `${text.slice(0, shown - 1)}…` : text
}
