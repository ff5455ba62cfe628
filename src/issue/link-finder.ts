import { toString as textOf } from 'hast-util-to-string'
import type { Article } from '../model/article.js'
import type { Issue } from '../model/issue.js'
import type { BrokenLink } from './broken-links.js'
import { headingFinder, headingsIn, linkTargets, pathFrom, pathKey } from './link-targets.js'

/** What a link leads to: an id on the page, trouble, or the article of a heading that is missing. */
interface Found {
  id?: string
  broken?: BrokenLink
}

interface LinkFinder {
  /** Finds what `02-校园.md#一、缘起` means in a file. */
  find(target: string, file: string): Found
  /** The ids of the headings of an article that were found, by their number from 0. */
  headingIds(article: Article): ReadonlyMap<number, string> | undefined
}

/** The headings of an article, and where one is by its name. */
interface Headings {
  texts: readonly string[]
  indexOf: (name: string) => number | undefined
}

const noHeadings: Headings = { texts: [], indexOf: () => undefined }

/**
 * Finds what the links of an issue lead to. Only articles that were read are known: a path out of the
 * issue's folder names none of them.
 *
 * @param from.all the articles with those that the issue leaves out.
 * @param from.single whether other files were not read.
 */
export function linkFinder(
  issue: Pick<Issue, 'sections' | 'kind' | 'settings'>,
  { all, single }: { all: readonly Article[]; single: boolean },
): LinkFinder {
  const targets = linkTargets(issue)
  const read = new Set(all.map(({ path }) => pathKey(path)))
  const headings = new Map<Article, Map<number, string>>()
  const known = new Map<Article, Headings>()
  const numbers = new Map(all.map((article, index) => [article, index + 1]))

  function find(target: string, file: string): Found {
    const [path, name] = partsOf(target)
    const key = pathFrom(file, path)
    const found = targets.get(key)
    // A text of the settings has no title or headings of its own.
    if (!found && path !== '') {
      if (read.has(key)) return { broken: { kind: 'draft', path } }
      return single ? {} : { broken: { kind: 'article', path } }
    }
    const { article, id, hasHeadings = false } = found ?? {}
    if (name === undefined) return id === undefined ? { broken: { kind: 'title', path } } : { id }
    const { texts, indexOf } = article ? headingsOf(article) : noHeadings
    const index = indexOf(name)
    if (article && index !== undefined && hasHeadings) return { id: headingId(article, index) }
    const isTitle = headingFinder([article?.fields.title || ''])(name) !== undefined
    if (id !== undefined && (index !== undefined || isTitle)) return { id }
    const broken: BrokenLink = { kind: 'heading', path, name, headings: texts }
    return id === undefined || path === '' ? { broken } : { id, broken }
  }

  function headingsOf(article: Article): Headings {
    const before = known.get(article)
    if (before) return before
    const own = headingsIn(article.content).map((heading) => textOf(heading))
    const made = { texts: own, indexOf: headingFinder(own) }
    known.set(article, made)
    return made
  }

  function headingId(article: Article, index: number): string {
    // Word takes no hyphen in the name of a bookmark.
    const id = `h${numbers.get(article) ?? 0}_${index + 1}`
    headings.set(article, (headings.get(article) ?? new Map<number, string>()).set(index, id))
    return id
  }

  return { find, headingIds: (article) => headings.get(article) }
}

/** The path and the name of the heading of a target; `02.md#` has none. */
function partsOf(target: string): [path: string, name: string | undefined] {
  const hash = target.indexOf('#')
  if (hash < 0) return [decoded(target), undefined]
  const name = decoded(target.slice(hash + 1))
  const path = decoded(target.slice(0, hash))
  return [path, name === '' && path !== '' ? undefined : name]
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
