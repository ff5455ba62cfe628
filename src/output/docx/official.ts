import type { DocumentView, View } from '../../typeset/view-model.js'
import type { ArticleFlow } from './articles.js'
import { begin, body, titleBlocks } from './articles.js'
import type { ColophonRow } from './colophon.js'
import { between, colophon, labelled, thick, thin } from './colophon.js'
import type { WordContent } from './content.js'
import type { Draft } from './draft.js'
import { officialHead } from './official-head.js'
import { signed } from './official-signature.js'
import { paragraph } from './paragraph.js'
import { startPage } from './start-page.js'
import type { Xml } from './xml.js'

/** An official document: head, body, signature, attachments, imprint (GB/T 9704—2012, 7 and 10). */
export function official(view: View<WordContent>, into: ArticleFlow): void {
  const { flow, draft } = into
  const { document: own } = view
  if (!own) return
  flow.add(officialHead(view, own, draft))
  if (own.body) {
    begin({ startOn: 'flow', footnotes: own.body.footnotes }, into, () =>
      own.order || !own.body ? [] : titleBlocks(own.body, draft),
    )
    if (own.recipients !== undefined) flow.add([left(own.recipients, draft)])
    body(own.body.body.root, into)
  }
  flow.add(
    attachmentList(own, draft),
    attendance(own, draft),
    signed(own.signature, draft),
    own.annotation === undefined
      ? []
      : [paragraph({ style: 'BodyText' }, draft.run(draft.lookOf('BodyText'), own.annotation))],
  )
  for (const { heading, article } of own.attachments) {
    begin({ startOn: 'page', footnotes: article.footnotes }, into, () => [
      ...startPage([
        paragraph(
          { style: 'Normal' },
          draft.run({ ...draft.lookOf('Normal'), role: 'hei' }, heading),
        ),
      ]),
      ...titleBlocks(article, draft),
    ])
    body(article.body.root, into)
  }
  flow.add(imprint(own, draft))
}

const left = (text: string, draft: Draft): Xml =>
  paragraph({ style: 'Normal' }, draft.run(draft.lookOf('Normal'), text))

/** 附件说明, a line below the body; its names hang under one another (7.3.4). */
function attachmentList({ attachmentList: list }: DocumentView<WordContent>, draft: Draft): Xml[] {
  const look = draft.lookOf('Normal')
  return list.map(({ number, name }, index) => {
    const label = index === 0 ? '附件：' : ''
    const mark = number === undefined ? '' : `${number}\t`
    const hang = 300 + (number === undefined ? 0 : 100)
    const first = index === 0 ? -hang : number === undefined ? 0 : -100
    return paragraph(
      {
        style: 'Normal',
        ...(index === 0 && { before: draft.page.line }),
        indent: { left: 200 + hang, right: 100, first },
        cell: look.size * 20,
      },
      draft.run(look, `${label}${mark}${name}`),
    )
  })
}

/** 出席, 请假, 列席 of minutes (10.3). */
const attendance = ({ attendance: rows }: DocumentView<WordContent>, draft: Draft): Xml[] =>
  rows.map(({ label, text }, index) => {
    const look = draft.lookOf('Normal')
    const hang = ([...label].length + 1) * 100
    return paragraph(
      {
        style: 'Normal',
        ...(index === 0 && { before: draft.page.line }),
        indent: { left: 200 + hang, first: -hang },
        cell: look.size * 20,
      },
      draft.run({ ...look, role: 'hei' }, `${label}：`),
      draft.run(look, text),
    )
  })

/** 版记 (7.4). A letter has no rules (10.1). */
function imprint({ imprint: own, letter }: DocumentView<WordContent>, draft: Draft): Xml[] {
  if (!own) return []
  const { rows, office, printedOn } = own
  const others = own.others.map(({ text }) => text)
  const parts = [
    rows.flatMap(({ label, body }) => labelled(label, body, draft)),
    others.length === 0 ? [] : [between(others[0] ?? '', others.slice(1).join('\u3000'), draft)],
    office === undefined
      ? []
      : [between(office, printedOn === undefined ? '' : `${printedOn}印发`, draft)],
  ].filter((content) => content.length > 0)
  const ruled = parts.map(
    (content, index): ColophonRow =>
      letter
        ? { content }
        : {
            content,
            over: index === 0 ? thick : thin,
            ...(index === parts.length - 1 && { under: thick }),
          },
  )
  return colophon(ruled, draft)
}
