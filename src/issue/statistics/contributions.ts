import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Article } from '../../model/article.js'
import type { Brief, Issue } from '../../model/issue.js'
import type { Day } from '../../model/settings.js'
import type { Contribution } from '../../model/statistics.js'
import { surnames } from '../../text/surnames.js'
import { padNames } from '../signature.js'

/**
 * Returns the articles and briefs of an arranged issue, in reading order, without the attachments
 * of a document. `name` is the name of the issue.
 */
export function contributionsOf(issue: Issue, name: string): Contribution[] {
  return issue.sections.flatMap(({ name: section, articles, briefs }) => [
    ...articles
      .filter(({ fields }) => !fields.attachment)
      .map((article) => fromArticle(article, issue, { name, section })),
    ...briefs.map((brief) => fromBrief(brief, issue, { name, section })),
  ])
}

interface Where {
  name: string
  section: string | undefined
}

function fromArticle(article: Article, issue: Issue, where: Where): Contribution {
  const { unit = [], author = [], byline, title } = article.fields
  const entry = entryOf(article)
  const signed = unit.length + author.length > 0
  return {
    kind: 'article',
    title: typeof title === 'string' ? title.replace(/\n/g, '') : where.name,
    ...(entry !== undefined && { entry }),
    units: unit.map(plain),
    authors: signed ? author.map(plain) : speakerOf(byline),
    ...common(article, issue, where),
    ...measured(article.content),
  }
}

/** The title of an article that the contents (目录) list: the whole title, not its short form. */
function entryOf({ fields: { title, tocTitle } }: Article): string | undefined {
  if (tocTitle === false) return undefined
  const entry = title || tocTitle
  return entry ? entry.replaceAll('\n', '') : undefined
}

/** The name that ends the line under the title of a speech: 学会理事长　程 砚. */
function speakerOf(byline = ''): string[] {
  const words = padNames(byline.replaceAll('\n', ' ')).split(/[ （）]+|(?<=\p{sc=Han}{3})\u3000/u)
  const last = plain(words.filter((word) => word !== '').at(-1) ?? '')
  const isName = /^\p{sc=Han}{2,4}$/u.test(last) && surnames.has(last.charAt(0))
  return isName && !/(?:整理|供稿|摄影|执笔)$/.test(last) ? [last] : []
}

function fromBrief(
  { article, content, signature }: Brief,
  issue: Issue,
  where: Where,
): Contribution {
  const { unit = [], author = [] } = article.fields
  const signed = signature === undefined ? { units: [], authors: [] } : signedBy(signature)
  const named = unit.length + author.length > 0
  return {
    kind: 'brief',
    title: beginningOf(textOf(content)),
    units: named && signed.units.length === 0 ? unit.map(plain) : signed.units,
    authors: named && signed.authors.length === 0 ? author.map(plain) : signed.authors,
    ...common(article, issue, where),
    ...measured(content),
  }
}

function common({ fields, path }: Article, issue: Issue, { name, section }: Where) {
  const date: Day | undefined = fields.date ?? issue.date
  return {
    issue: name,
    file: path,
    ...(section !== undefined && { section }),
    ...(issue.date && { year: issue.date.year }),
    ...(date && { month: date.month, ...(!issue.date && { year: date.year }) }),
  }
}

function measured(content: Root) {
  let pictures = 0
  visit(content, 'element', ({ tagName }) => {
    if (tagName === 'img') pictures += 1
  })
  return { characters: countCharacters(textOf(content)), pictures }
}

/**
 * Counts characters (字数) like Word: each Han character or full-width mark is one, and so is each
 * run of Latin letters or digits.
 */
export const countCharacters = (text: string): number =>
  text.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef“”‘’—…·]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef“”‘’—…·]+/gu,
  )?.length ?? 0

/** Endings of names of organisations. Other short words of a signature are persons. */
const unitEnd =
  /(?:馆|局|院|会|中心|办|室|委|部|处|科|校|学|公司|厂|站|社|所|队|厅|镇|乡|街道|村|区|县|市|组|团|台|园|司|行|店)$/

/** Splits a signature such as `（城东区文化馆 陈　思）` into organisations and persons. */
export function signedBy(signature: string): { units: string[]; authors: string[] } {
  const words = padNames(signature)
    .replace(/^（|）$/g, '')
    .split(/[ 、，,；;]+/)
    .map(plain)
    .filter((word) => word !== '')
  const isUnit = (word: string) => word.length > 4 || unitEnd.test(word)
  return { units: words.filter(isUnit), authors: words.filter((word) => !isUnit(word)) }
}

/** Removes the padding of a name: 陈 思 → 陈思. */
const plain = (name: string): string =>
  name.replace(/(?<=\p{sc=Han})[ \u3000]+(?=\p{sc=Han})/gu, '').trim()

const beginningOf = (text: string): string => {
  const flat = text.replace(/\s+/g, '')
  return flat.length > 20 ? `${flat.slice(0, 20)}……` : flat
}
