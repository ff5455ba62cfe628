import type { Root as Hast } from 'hast'
import { padNames, signatureOf } from '../../issue/signature.js'
import { titleIds } from '../../issue/title-ids.js'
import type { Article } from '../../model/article.js'
import type { Issue, Kind, Section } from '../../model/issue.js'
import type { Entry, StartOn } from '../../model/settings.js'
import { dayText } from '../../text/numerals.js'
import { titleLines } from '../../text/title-lines.js'
import type { ArticleView, BriefsView, SectionView, View, ViewParts } from '../view-model.js'
import { briefingView } from './briefing.js'
import { contentsOf } from './contents.js'
import { isAttachment } from './document/attachments.js'
import { documentView } from './document/document.js'
import { mastheadOf } from './masthead.js'
import { yearlyIndexView } from './yearly-index.js'

/** The issue as templates see it: strings, lists and content (safe HTML for templates); every name is present. */
export function viewOf<Content>(issue: Issue, parts: ViewParts<Content>): View<Content> {
  const { settings } = issue
  const sections = sectionViews(issue, parts)
  const note = (content: Hast | undefined) => content && parts.html(content, { part: 'note' })
  return {
    documentTitle: documentTitle(issue),
    csp: parts.csp,
    fontCss: parts.fontCss,
    css: parts.css,
    page: parts.page,
    masthead: mastheadOf(issue.title),
    cover: settings.cover === false ? false : { picture: parts.coverPicture },
    issueLine: issue.issueLine,
    period: issue.period,
    feature: settings.feature,
    publisher: issue.publisher,
    note: note(issue.note),
    contents: contentsOf(issue, sections, parts.line),
    sections,
    staff: entries(settings.staff),
    contact: entries(settings.contact),
    distribution: issue.distribution.map(({ label, content }) => ({
      label,
      body: parts.html(content),
    })),
    briefing: issue.kind === 'briefing' ? briefingView(issue) : undefined,
    document: issue.kind === 'document' ? documentView(issue, sections, parts) : undefined,
    yearlyIndex: issue.yearlyIndex && yearlyIndexView(issue, issue.yearlyIndex, parts),
    printedOn: issue.date?.day === undefined ? undefined : dayText(issue.date, settings.numerals),
  }
}

/** Default start of articles, by template. */
const usualStarts = {
  newsletter: 'page',
  briefing: 'flow',
  document: 'page',
} as const satisfies Record<Kind, StartOn>

/**
 * The PDF's title: the masthead with the issue number, or else the period; for a document its own
 * title.
 */
export function documentTitle({ kind, title, issueLine, period, sections }: Issue): string {
  const articles = sections.flatMap((section) => section.articles)
  const own = articles.find((article) => !isAttachment(article))?.fields.title
  if (kind === 'document' && own) return own.replaceAll('\n', '')
  return [title.replaceAll('\n', ''), issueLine ?? period].filter(Boolean).join(' ')
}

const entries = (list: readonly Entry[] = []) =>
  list.map(({ label, text }) => ({ label, text: padNames(text) }))

function sectionViews<Content>(issue: Issue, parts: ViewParts<Content>): SectionView<Content>[] {
  const ids = titleIds(issue)
  const startOn = issue.settings.startOn ?? usualStarts[issue.kind]
  return issue.sections.map((section) => ({
    name: section.name,
    note: section.note && parts.html(section.note, { part: 'note' }),
    articles: section.articles.map((article, place) =>
      articleView(
        article,
        ids.ofArticle.get(article) ?? '',
        place === 0 ? section : undefined,
        startOn,
        parts,
      ),
    ),
    briefs:
      section.briefs.length === 0
        ? undefined
        : briefsView(section, ids.ofBriefs.get(section) ?? '', startOn, parts),
  }))
}

function articleView<Content>(
  article: Article,
  id: string,
  opened: Section | undefined,
  startOn: StartOn,
  parts: ViewParts<Content>,
): ArticleView<Content> {
  const { title, subtitle, byline } = article.fields
  const name = opened?.name
  const { body, footnotes } = withoutFootnotes(article.content)
  return {
    id,
    startOn,
    opens:
      name === undefined
        ? undefined
        : { name, note: opened?.note && parts.html(opened.note, { part: 'note' }) },
    note: article.note && parts.html(article.note, { article, part: 'note' }),
    titleLines: title ? titleLines(title, parts.titleWidth) : [],
    titleMarks: article.titleMarks && parts.html(article.titleMarks),
    subtitle: linesOf(subtitle),
    byline: linesOf(byline),
    body: parts.html(body, { article, part: 'body' }),
    signature: signatureOf(article.fields),
    footnotes: footnotes && parts.html(footnotes, { article, part: 'body' }),
  }
}

/** Separates the footnotes, which Markdown puts directly after the body. */
function withoutFootnotes(content: Hast): { body: Hast; footnotes: Hast | undefined } {
  const isNotes = (node: Hast['children'][number]) =>
    node.type === 'element' && node.tagName === 'section'
  const notes = content.children.filter(isNotes)
  if (notes.length === 0) return { body: content, footnotes: undefined }
  const body = { ...content, children: content.children.filter((node) => !isNotes(node)) }
  return { body, footnotes: { type: 'root', children: notes } }
}

const briefsView = <Content>(
  section: Section,
  id: string,
  startOn: StartOn,
  parts: ViewParts<Content>,
): BriefsView<Content> => ({
  id,
  startOn,
  items: section.briefs.map(({ article, content, signature }) => ({
    body: parts.html(content, { article, part: 'brief' }),
    signature,
  })),
})

const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(padNames)
