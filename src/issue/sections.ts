import { DEFAULT_BRIEFS } from '../input/article/required.js'
import type { Article } from '../model/article.js'
import type { Section } from '../model/issue.js'
import type { Settings } from '../model/settings.js'
import { briefsOf } from './briefs.js'
import { byOrder, byOrderAndDate } from './order.js'

/**
 * Groups articles by section, in reading order: the sections in `sections`, then the others by
 * first appearance; unlisted briefs sections come last. Sections without articles are omitted.
 *
 * @param articles sorted by path.
 */
export function sectionsOf(settings: Settings, articles: readonly Article[]): Section[] {
  const briefs = briefSections(settings)
  const ownOf = (name: string | undefined) =>
    articles.filter(({ fields }) => fields.section === name)
  const appearing = [...new Set(articles.map(({ fields }) => fields.section))]
  const listed = (settings.sections ?? []).map(({ name }) => name)
  const others = appearing.filter((name) => name === undefined || !listed.includes(name))
  const isBriefs = (name: string | undefined) => name !== undefined && briefs.has(name)
  const inOrder = [
    ...listed,
    ...others.filter((name) => !isBriefs(name)),
    ...others.filter((name) => isBriefs(name)),
  ]
  return [...new Set(inOrder)].flatMap((name) => {
    const own = ownOf(name)
    if (own.length === 0) return []
    return [isBriefs(name) ? briefsSection(name, own) : articlesSection(name, own)]
  })
}

/** Returns the names of the sections that are set as briefs. */
export const briefSections = (settings: Settings): ReadonlySet<string> =>
  new Set(settings.briefs ?? DEFAULT_BRIEFS)

const named = (name: string | undefined) => (name === undefined ? {} : { name })

const articlesSection = (name: string | undefined, articles: readonly Article[]): Section => ({
  ...named(name),
  articles: articles.toSorted(byOrder),
  briefs: [],
})

const briefsSection = (name: string | undefined, articles: readonly Article[]): Section => ({
  ...named(name),
  articles: [],
  briefs: articles.toSorted(byOrderAndDate).flatMap(briefsOf),
})
