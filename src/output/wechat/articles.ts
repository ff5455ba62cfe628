import { toString as textOf } from 'hast-util-to-string'
import type { Article } from '../../model/article.js'
import type { Issue } from '../../model/issue.js'
import type { ArticleView, DocumentView, View } from '../../typeset/view-model.js'
import { isAttachment } from '../../typeset/views/document/attachments.js'
import { authorOf, digestOf, type Heading, titleOf } from './digest.js'
import { around, boldLine, escaped, line, linkNotes } from './parts.js'
import type { ArticleState } from './state.js'

/** One article as it is pasted. */
export interface WechatArticle extends Heading {
  /** The file that messages are about. */
  article: Article
  /** The content without what belongs to the article alone: its title. */
  html: string
  state: ArticleState
}

/** The texts of an issue as they are pasted: one by one, and all together. */
export interface WechatIssue {
  articles: WechatArticle[]
  /** Undefined for an issue of one article. */
  whole: string | undefined
}

type StateOf = (article: Article | undefined) => ArticleState

const article = (html: string): string => around('section', 'article', html)

/** The parts of an article from its note to its links. */
const bodyOf = (view: ArticleView, state: ArticleState): string =>
  [
    around('section', 'note', view.note),
    ...[...view.subtitle, ...view.byline].map((one) => line('subtitle', one)),
    view.body,
    line('signature', view.signature),
    view.footnotes ?? '',
    linkNotes(state),
  ].join('')

export function wechatIssue(issue: Issue, view: View, stateOf: StateOf): WechatIssue {
  if (view.document)
    return { articles: documentArticle(issue, view.document, stateOf), whole: undefined }
  const articles: WechatArticle[] = []
  const sections = issue.sections.map((section, index) => {
    const sectionView = view.sections[index]
    const texts = section.articles.map((source, place) => {
      const own = sectionView?.articles[place]
      if (!own) return ''
      const state = stateOf(source)
      const html = bodyOf(own, state)
      articles.push({ ...headingOf(source), article: source, html: article(html), state })
      const marks = source.titleMarks ? textOf(source.titleMarks) : ''
      return titleLine(own.titleLines.join(''), marks) + html
    })
    const briefs = (sectionView?.briefs?.items ?? []).map(
      ({ body, signature }) => body + line('signature', signature),
    )
    if (briefs.length > 0) {
      // The editor drops an element that is empty, so the rule belongs to the brief below it.
      const html = briefs
        .map((one, place) => (place === 0 ? one : around('section', 'brief', one)))
        .join('')
      const [first] = section.briefs
      const sources = [...new Set(section.briefs.map((brief) => brief.article))]
      const links = sources.map((source) => linkNotes(stateOf(source))).join('')
      if (first)
        articles.push({
          title: { text: section.name ?? '简讯', isCut: false },
          author: { text: '', isCut: false },
          digest: digestOf(first.content),
          article: first.article,
          html: article(html + links),
          state: merged(sources.map(stateOf)),
        })
      texts.push(html + links)
    }
    return [
      boldLine('sectionName', section.name),
      around('section', 'note', sectionView?.note),
      ...texts,
    ].join('')
  })
  const whole = [headOf(view), ...sections, colophonOf(view)].join('')
  return { articles, whole: articles.length > 1 ? article(whole) : undefined }
}

const headingOf = (source: Article): Heading => ({
  title: titleOf(source.fields),
  author: authorOf(source.fields),
  digest: digestOf(source.content),
})

/** Briefs are pasted as one article. */
const merged = (states: readonly ArticleState[]): ArticleState => {
  const [first, ...others] = states
  if (!first || others.length === 0) return first as ArticleState
  return {
    ...first,
    conversions: states.flatMap(({ conversions }) => conversions),
    links: states.flatMap(({ links }) => links),
    used: states.flatMap(({ used }) => used),
  }
}

const titleLine = (title: string, marks: string): string =>
  title === ''
    ? ''
    : around(
        'p',
        'title',
        around('strong', undefined, escaped(title)) + around('span', 'reference', escaped(marks)),
      )

function headOf(view: View): string {
  const { lines } = view.briefing?.masthead ?? view.masthead
  const rows = view.contents.flatMap(({ section, rows: own }) => {
    const titles = own.map(({ title }) => title).filter((title) => title !== '')
    return [line('cardSection', section), ...titles.map((title) => line('cardRow', title))]
  })
  return [
    boldLine('name', lines.join('')),
    line('issueLine', [view.issueLine, view.period].filter(Boolean).join('　')),
    line('subtitle', view.publisher),
    line('subtitle', view.feature),
    around('section', 'card', rows.join('')),
    around('section', 'note', view.note),
  ].join('')
}

function colophonOf(view: View): string {
  const rows = [...view.staff, ...view.contact].map(({ label, text }) =>
    line('colophonLine', `${label}：${text}`),
  )
  return around('section', 'colophon', rows.join(''))
}

/** A document is one article with its attachments. */
function documentArticle(issue: Issue, view: DocumentView, stateOf: StateOf): WechatArticle[] {
  const all = issue.sections.flatMap(({ articles }) => articles)
  const main = all.find((one) => !isAttachment(one))
  if (!main || !view.body) return []
  const signed = view.signature
  const names = signed ? [...signed.names.map(({ name }) => name), signed.date] : []
  const attachments = view.attachments.map(
    ({ heading, article: own }) =>
      boldLine('heading1', heading) +
      titleLine(own.titleLines.join(''), '') +
      own.body +
      (own.footnotes ?? ''),
  )
  const states = [main, ...all.filter(isAttachment)].map(stateOf)
  const html = [
    line('issueLine', view.number),
    line('continued', view.recipients),
    view.body.body,
    view.body.footnotes ?? '',
    ...view.attachmentList.map(({ number = '', name }, index) =>
      line('paragraph', `${index === 0 ? '附件：' : ''}${number}${name}`),
    ),
    ...view.attendance.map(({ label, text }) => line('paragraph', `${label}：${text}`)),
    ...names.map((name) => line('right', name)),
    line('paragraph', view.annotation),
    ...attachments,
    ...states.map(linkNotes),
  ].join('')
  return [{ ...headingOf(main), article: main, html: article(html), state: merged(states) }]
}
