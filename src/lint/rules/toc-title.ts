import { fileStart } from '../../model/place.js'
import type { Span } from '../findings.js'
import { spanOf } from '../findings.js'
import type { Compared, IssueFinding, IssueRule } from '../rule.js'
import type { RuleInput } from '../rule-input.js'

/** A line of a typed list of contents. */
interface Entry {
  text: string
  span: Span
}

/**
 * Minimum share of characters that a listed title has in common with the article's title, 0–1.
 */
const minSimilarity = 0.75
/**
 * Minimum share for `tocTitle`, which may shorten and reorder the title but must be about the same
 * subject.
 */
const minRelated = 0.4

/**
 * Titles in the contents must match the titles of the articles: in `tocTitle`, or in a list typed
 * as an article.
 */
export const tocTitle: IssueRule<Entry[]> = {
  id: 'toc-title',
  row: 'A05',
  class: 'report',
  severity: 'warning',
  about: '目录里的标题和文章的标题对不上',
  reason:
    '目录由程序从标题排出，不会错；错在改了标题忘了改 tocTitle（目录标题），或手打的目录没有跟着改。',
  clause: '校对惯例',
  examples: {
    passes: [
      '---\ntitle: 书香满城——第十届读书节综述\ntocTitle: 第十届读书节综述\n---\n\n正文。',
      '---\ntitle: 目　录\n---\n\n- 把灯留到最后一个人……3\n- 简讯……8§§---\ntitle: 把灯留到最后一个人\n---\n\n正文。',
    ],
    fails: [
      {
        text: '---\ntitle: 城东馆举办读书节\ntocTitle: 城西馆举办读书节\n---\n\n正文。',
        at: '3:1',
      },
      { text: '---\ntitle: 南塘区举办读书节\ntocTitle: 北渚召开防汛会\n---\n\n正文。', at: '3:1' },
      {
        text: '---\ntitle: 目录\n---\n\n- 把灯留给最后一个人……3§§---\ntitle: 把灯留到最后一个人\n---\n\n正文。',
        at: '5:3',
      },
    ],
  },
  collect: (article) => (isContents(article) ? article.blocks.flatMap(entriesOf) : []),
  checkIssue: ({ articles }) => {
    const titles = articles.flatMap(({ fields }) => bare(fields.title || '') || [])
    return articles.flatMap((article) => [
      ...unrelated(article),
      ...article.collected.flatMap(({ text, span }): IssueFinding[] => {
        if (titles.includes(bare(text))) return []
        const meant = articles.find(
          ({ fields }) => share(bare(text), bare(fields.title || '')) >= minSimilarity,
        )
        if (!meant) return []
        const title = onOneLine(meant.fields.title || '')
        const message = `目录里写的是“${text}”，文章的标题是“${title}”。`
        return [
          { ...span, file: article.path, message, hint: `改成“${title}”，或删去手打的目录。` },
        ]
      }),
    ])
  },
}

function unrelated({ path, fields, where }: Compared<unknown>): IssueFinding[] {
  const { title, subtitle = '', byline = '', unit = [], author = [], tocTitle: listed } = fields
  if (!title || !listed) return []
  const own = [title, subtitle, byline, ...unit, ...author].join('')
  const isRelated = overlap(bare(listed), bare(own)) >= minRelated * bare(listed).length
  if (isRelated && !isSlip(bare(listed), bare(title))) return []
  const message = `目录标题“${onOneLine(listed)}”和文章的标题“${onOneLine(title)}”对不上。`
  const at = where.tocTitle ?? fileStart
  return [{ file: path, at, message, hint: '改正 tocTitle；不需要另写就删去这一行。' }]
}

const isContents = ({ article }: RuleInput) => bare(article.fields.title || '') === '目录'

/** Returns the lines of a paragraph without leaders, page numbers and names in brackets. */
function entriesOf(block: RuleInput['blocks'][number]): Entry[] {
  if (block.inside === 'front') return []
  return [...block.text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const text = line
      .replace(/[\s.·…—\-（）()\d]*$/u, '')
      .replace(/（[^（）]*$/u, '')
      .trim()
    const start = index + line.indexOf(text)
    const span = spanOf(block, start, start + text.length)
    return bare(text) === '' ? [] : [{ text, span }]
  })
}

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const onOneLine = (text: string) => text.replaceAll('\n', '')

/** A copied title of which one or two characters were changed later: 城东 and 城西, 第二届 and 第三届. */
const isSlip = (a: string, b: string): boolean => {
  if (a.length !== b.length || a.length < 8) return false
  const apart = [...a].filter((character, index) => character !== b.charAt(index)).length
  return apart > 0 && apart <= 2
}

/** Returns the number of characters that two texts have in common, as multisets. */
function overlap(a: string, b: string): number {
  const left = [...b]
  return [...a].filter((character) => {
    const index = left.indexOf(character)
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  }).length
}

const share = (a: string, b: string) =>
  a === '' || b === '' ? 0 : overlap(a, b) / Math.max(a.length, b.length)
