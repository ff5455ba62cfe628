import type { View } from '../../typeset/view-model.js'
import type { ArticleFlow } from './articles.js'
import { note, section } from './articles.js'
import { between, colophon, labelled, plain, thick, thin } from './colophon.js'
import type { WordContent } from './content.js'
import { contentsField } from './contents.js'
import type { Draft } from './draft.js'
import { paragraph } from './paragraph.js'
import { redRule, sides } from './red-head.js'
import type { Xml } from './xml.js'

/** An issue of so many pages shows page numbers in its contents (output/pdf/layout/contents-numbers.ts). */
const longIssue = 9

/** A briefing: red head, list of titles, articles, imprint (templates/briefing). */
export function briefing(
  view: View<WordContent>,
  { pages, total }: { pages: ReadonlyMap<string, number>; total: number },
  into: ArticleFlow,
): void {
  const { flow, draft } = into
  const own = view.briefing
  if (!own) return
  flow.add(head(view, draft))
  if (view.feature !== undefined)
    flow.add([paragraph({ style: 'Subtitle' }, draft.run(draft.lookOf('Subtitle'), view.feature))])
  if (own.contents) {
    const { numbers } = own.contents
    const numbered = numbers === 'always' || (numbers === 'when-long' && total >= longIssue)
    const rows = view.contents.flatMap(({ section, rows }) =>
      rows.map(({ title, target }) => ({
        style: 'TOC2' as const,
        title: title || (section ?? ''),
        target,
      })),
    )
    const style = 'TOCHeading'
    flow.add(
      [paragraph({ style, keepNext: true }, draft.run(draft.lookOf(style), '本期要目'))],
      contentsField(rows, numbered ? pages : undefined, draft, '●'),
      [paragraph({ style: 'Normal' })],
    )
  }
  if (view.note) flow.add(note(view.note, draft))
  for (const one of view.sections) section(one, into)
  const copies = own.copies === undefined ? '' : `（共印${own.copies}份）`
  const contacts =
    view.contact.length > 0
      ? view.contact.map(({ label, text }) => `${label}：${text}`)
      : [view.publisher ?? '']
  flow.add(
    colophon(
      [
        {
          content:
            view.staff.length > 0
              ? [
                  plain(
                    view.staff.map(({ label, text }) => `${label}：${text}`).join('\u3000'),
                    draft,
                  ),
                ]
              : [],
        },
        {
          content: view.distribution.flatMap(({ label, body }) => labelled(label, body, draft)),
          over: thick,
        },
        {
          content: contacts.map((text, index) =>
            index === 0 ? between(text, copies, draft) : plain(text, draft),
          ),
          over: view.distribution.length > 0 ? thin : thick,
          under: thick,
        },
      ],
      draft,
    ),
  )
}

/** The head, 报头 (docs/design/layout-rules.md, 2.1). */
function head({ briefing, ...view }: View<WordContent>, draft: Draft): Xml[] {
  if (!briefing) return []
  const { masthead, secrecy, copyNumber } = briefing
  const { page } = draft
  const look = { ...draft.lookOf('Masthead'), size: masthead.size }
  const normal = draft.lookOf('Normal')
  const marks =
    secrecy === undefined && copyNumber === undefined
      ? []
      : [
          sides(
            [{ ...normal, role: 'hei' }, secrecy ?? ''],
            [normal, copyNumber === undefined ? '' : `编号：${copyNumber}`],
            draft,
          ),
        ]
  const above = marks.length > 0 ? page.line : page.line * 2
  return [
    ...marks,
    ...masthead.lines.map((text, index) =>
      paragraph(
        {
          style: 'Masthead',
          ...(index === 0 && { before: above }),
          line: { height: Math.round(masthead.size * 22), rule: 'atLeast' },
        },
        draft.spaced(look, text, masthead.spacing),
      ),
    ),
    ...(view.issueLine === undefined
      ? []
      : [
          paragraph(
            { style: 'Normal', align: 'center', before: Math.round(page.line / 2) },
            draft.run(normal, view.issueLine),
          ),
        ]),
    sides([normal, view.publisher ?? ''], [normal, view.printedOn ?? ''], draft),
    redRule(draft),
  ]
}
