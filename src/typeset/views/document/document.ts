import { padNames } from '../../../issue/signature.js'
import type { Article } from '../../../model/article.js'
import type { Issue } from '../../../model/issue.js'
import type { ArticleView, DocumentView, SectionView, ViewParts } from '../../view-model.js'
import { attachmentNames, isAttachment } from './attachments.js'
import { imprintOf } from './imprint.js'
import { issuingAuthority } from './issuing-authority.js'
import { documentSignature } from './signature.js'
import { shapedTitle } from './title-shape.js'

/**
 * The view of an official document. `sections` are the issue's sections as templates see them, in
 * the same order.
 */
export function documentView<Content>(
  issue: Issue,
  sections: readonly SectionView<Content>[],
  parts: ViewParts<Content>,
): DocumentView<Content> {
  const { settings } = issue
  const articles = issue.sections.flatMap((section) => section.articles)
  const views = new Map(
    sections
      .flatMap((section) => section.articles)
      .flatMap((view, index) => {
        const article = articles[index]
        return article ? [[article, shaped(view, article, parts)] as const] : []
      }),
  )
  const mark = issuingAuthority(issue.title)
  const names = attachmentNames(articles)
  const main = articles.find((article) => !isAttachment(article))
  return {
    letter: settings.form === 'letter',
    minutes: settings.form === 'minutes',
    order: settings.form === 'order',
    copyNumber: settings.copyNumber,
    secrecy: settings.secrecy,
    urgency: settings.urgency,
    mark,
    number: settings.docNumber ?? (settings.form === 'minutes' ? issue.issueLine : undefined),
    signers: settings.form === 'order' ? [] : (settings.signer ?? []).map(padNames),
    recipients: settings.recipients && withColon(settings.recipients),
    body: main && views.get(main),
    attachmentList: names.map(({ number, name }) => ({ number, name, html: parts.words(name) })),
    signature: documentSignature(issue, mark, parts.seals),
    annotation: settings.annotation && inBrackets(fullSpaces(settings.annotation)),
    attendance:
      settings.form === 'minutes'
        ? (settings.staff ?? [])
            .filter(({ label }) => present.test(label))
            .map(({ label, text }) => ({ label, text: fullSpaces(text) }))
        : [],
    attachments: names.flatMap(({ article, heading }) => {
      const view = views.get(article)
      return view ? [{ heading, article: view }] : []
    }),
    imprint: imprintOf(issue, parts),
  }
}

/** The entries of `staff` that minutes print as attendance (10.3). */
const present = /^(?:出席|列席|请假|缺席|参加|主持|记录)/u

const shaped = <Content>(
  view: ArticleView<Content>,
  { fields }: Article,
  { titleWidth }: Pick<ViewParts, 'titleWidth'>,
): ArticleView<Content> => ({
  ...view,
  titleLines: fields.title ? shapedTitle(fields.title, titleWidth) : [],
})

/** A plain space between two Han characters pads a name and becomes full-width, as in articles. */
const fullSpaces = (text: string) => text.replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '\u3000')

/** 7.3.2: a full-width colon after the last recipient. */
const withColon = (names: string) => `${names.replace(/[:：。]$/u, '')}：`

/** 7.3.6: in full-width brackets. */
const inBrackets = (text: string) => (/^（.*）$/su.test(text) ? text : `（${text}）`)
