import { posix } from 'node:path'
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Article } from '../model/article.js'
import type { Issue } from '../model/issue.js'
import { titleIds } from './title-ids.js'

/** An article that a link may name. */
export interface LinkTarget {
  article: Article
  /** Id of the title that leads to the article on the page; undefined when none is printed. */
  id: string | undefined
  /** Whether links may lead to its headings: a section of briefs has one title. */
  hasHeadings: boolean
}

/** The articles of an issue by path. */
export function linkTargets({
  kind,
  settings,
  sections,
}: Pick<Issue, 'sections' | 'kind' | 'settings'>): Map<string, LinkTarget> {
  const ids = titleIds({ sections })
  // The text of an order is printed without its title (GB/T 9704—2012, 10.2).
  const isOrder = kind === 'document' && settings.form === 'order'
  const targets = sections.flatMap((section): LinkTarget[] => [
    ...section.articles.map((article) => {
      const { title, attachment } = article.fields
      const isPrinted = Boolean(title) && !(isOrder && !attachment)
      const id = isPrinted ? ids.ofArticle.get(article) : undefined
      return { article, id, hasHeadings: true }
    }),
    ...section.briefs.map(({ article }) => {
      return { article, id: ids.ofBriefs.get(section), hasHeadings: false }
    }),
  ])
  return new Map(targets.map((target) => [pathKey(target.article.path), target]))
}

/** A path as it is compared: macOS writes accents in two characters. */
export const pathKey = (path: string): string => posix.normalize(path).normalize('NFC')

/** The path that a target names, seen from the file that it is written in. Looks at no disk. */
export const pathFrom = (file: string, target: string): string =>
  pathKey(target === '' ? file : posix.join(posix.dirname(file), target))

/** The headings of a text as printed. */
export function headingsIn(content: Root): Element[] {
  const found: Element[] = []
  visit(content, 'element', (element) => {
    const { className } = element.properties
    if (Array.isArray(className) && /^heading-[1-4]$/.test(String(className[0])))
      found.push(element)
  })
  return found
}

/**
 * Returns a function that says where a heading is among others, by its words (`一、缘起`), without its
 * number (`缘起`), or as web pages write it, without marks and in lower case; undefined for none.
 */
export function headingFinder(headings: readonly string[]): (name: string) => number | undefined {
  const places = new Map<string, number>()
  const add = (name: string, index: number) => {
    if (name !== '' && !places.has(name)) places.set(name, index)
  }
  for (const [index, heading] of headings.entries()) add(bare(heading), index)
  for (const [index, heading] of headings.entries())
    add(bare(heading.trim().replace(number, '')), index)
  return (name) => places.get(bare(name))
}

const number =
  /^(?:[〇零一二三四五六七八九十百]+、|（[〇零一二三四五六七八九十百]+）|\d+[.．、]|（\d+）)/u

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
