import { posix } from 'node:path'
import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { klona } from 'klona/json'
import { EXIT, SKIP, visit } from 'unist-util-visit'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { warningAt } from '../model/diagnostic.js'
import type { Issue, Section } from '../model/issue.js'
import type { Place } from '../model/place.js'
import { fileStart, settingsStart } from '../model/place.js'
import { linkAttribute, linkIn } from '../text/issue-links.js'
import { brokenLink } from './broken-links.js'
import { linkFinder } from './link-finder.js'
import { headingsIn } from './link-targets.js'

export interface LinkOptions {
  /** Where the settings are written. */
  where: Partial<Record<string, Place>>
  /** All articles, with those that the issue leaves out. */
  all: readonly Article[]
  /** Whether only one file was read: a link to another may be right, and is not reported. */
  single: boolean
}

/**
 * Lets links between articles lead to titles and headings on the page. A link that leads nowhere
 * becomes its words, with a warning. Content with such links is copied, because a later build may use
 * what was given again.
 */
export function linkArticles(
  issue: Issue,
  { where, all, single }: LinkOptions,
): { issue: Issue; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const { find, headingIds } = linkFinder(issue, { all, single })
  const pathsFrom = new Map<string, string[]>()
  /** The paths of all articles, as a file names them; its own is a bare name. */
  function pathsIn(file: string): string[] {
    const folder = posix.dirname(file)
    const paths = pathsFrom.get(folder) ?? all.map(({ path }) => posix.relative(folder, path))
    pathsFrom.set(folder, paths)
    return paths
  }

  /** `key`: where the key is that the content is the value of; its own lines are not the file's. */
  function linked(content: Root, file: string, key?: Place): Root {
    if (!hasLinks(content)) return content
    const copy = klona(content)
    visit(copy, 'element', (node, index, parent) => {
      const link = linkOf(node)
      if (!link || index === undefined || !parent) return
      const { id, broken } = find(link.target, file)
      if (broken) {
        const text = brokenLink(broken, {
          words: textOf(node),
          paths: pathsIn(file).filter((path) => path !== posix.basename(file)),
          isKept: id !== undefined,
        })
        diagnostics.push(warningAt(key ?? { file, at: link.at }, text))
      }
      if (id === undefined) {
        parent.children.splice(index, 1, ...node.children)
        return [SKIP, index]
      }
      node.properties = { href: `#${id}` }
      return
    })
    return copy
  }
  const ofKey = (content: Root | undefined, place = settingsStart) =>
    content && linked(content, place.file, place)
  const ofArticle = (article: Article): Article => {
    const { path, note } = article
    const content = linked(article.content, path)
    const set = ofKey(note, { file: path, at: article.where.note ?? fileStart })
    const isSame = content === article.content && set === note
    return isSame ? article : { ...article, content, ...(set && { note: set }) }
  }
  const { sections = [], distribution = [] } = issue.settings
  const ofSection = (section: Section): Section => ({
    ...section,
    ...(section.note && {
      note: ofKey(section.note, sections.find(({ name }) => name === section.name)?.place),
    }),
    articles: section.articles.map(ofArticle),
    briefs: section.briefs.map((brief) => ({
      ...brief,
      content: linked(brief.content, brief.article.path),
    })),
  })
  const set: Issue = {
    ...issue,
    ...(issue.note && { note: ofKey(issue.note, where.note) }),
    sections: issue.sections.map(ofSection),
    distribution: issue.distribution.map(({ label, content }, index) => {
      const place = distribution[index]?.place ?? settingsStart
      return { label, content: linked(content, place.file, place) }
    }),
  }
  // The headings that links lead to are known when all links are.
  for (const [index, section] of set.sections.entries())
    section.articles = section.articles.map((article, place) => {
      const given = issue.sections[index]?.articles[place]
      return withHeadingIds(article, given && headingIds(given))
    })
  return { issue: set, diagnostics }
}

/** An article with ids on some of its headings. */
function withHeadingIds(article: Article, ids: ReadonlyMap<number, string> | undefined): Article {
  if (!ids) return article
  const content = klona(article.content)
  for (const [index, heading] of headingsIn(content).entries()) {
    const id = ids.get(index)
    if (id !== undefined) heading.properties.id = id
  }
  return { ...article, content }
}

const linkOf = ({ properties }: Element) => linkIn(properties[linkAttribute])

function hasLinks(content: Root): boolean {
  let found = false
  visit(content, 'element', (node) => {
    if (!linkOf(node)) return
    found = true
    return EXIT
  })
  return found
}
