import type { Article } from '../../model/article.js'
import type { Issue } from '../../model/issue.js'
import type { Place } from '../../model/place.js'

/** What the paragraphs of an article are asked for, by where each begins (`12:1`). */
export interface ArticleAsks {
  /** Tells the article apart in the page, where no path should be. */
  readonly number: number
  readonly lines: Readonly<Record<string, -1 | 1>>
}

/** One line fewer (−1) or more (1) than a paragraph has by itself; paragraphs by their keys (`3:12:1`). */
export type Asks = ReadonlyMap<string, -1 | 1>

/** The articles and briefs of an issue, of which each is known by its index. */
const articlesOf = ({ sections }: Pick<Issue, 'sections'>): Article[] => [
  ...new Set(
    sections.flatMap(({ articles, briefs }) => [
      ...articles,
      ...briefs.map(({ article }) => article),
    ]),
  ),
]

/** Splits what is asked of an issue by its articles. */
export function asksByArticle(issue: Issue, asks: Asks): (article: Article) => ArticleAsks {
  const numbers = new Map(articlesOf(issue).map((article, index) => [article, index]))
  return (article) => {
    const number = numbers.get(article) ?? numbers.size
    const own = [...asks].filter(([key]) => key.startsWith(`${number}:`))
    return {
      number,
      lines: Object.fromEntries(own.map(([key, lines]) => [key.slice(`${number}:`.length), lines])),
    }
  }
}

/** The file and the line at which a paragraph begins. */
export function placeOfParagraph(issue: Issue, key: string): Place | undefined {
  const [number = 0, line = 1, column = 1] = key.split(':').map(Number)
  const file = articlesOf(issue)[number]?.path
  return file === undefined ? undefined : { file, at: { line, column } }
}
