import type { View } from '../../typeset/view-model.js'
import type { ArticleFlow } from './articles.js'
import { note, section } from './articles.js'
import { between, colophon, labelled, plain, thick } from './colophon.js'
import type { WordContent } from './content.js'
import { contentsField, newsletterRows } from './contents.js'
import type { Draft } from './draft.js'
import { sheet } from './page.js'
import { paragraph } from './paragraph.js'
import { floatingPicture } from './pictures.js'
import { red } from './styles.js'
import type { Xml } from './xml.js'

/** A newsletter: cover, contents, articles by section, colophon (templates/newsletter). */
export function newsletter(
  view: View<WordContent>,
  pages: ReadonlyMap<string, number>,
  into: ArticleFlow,
): void {
  const { flow, draft, look } = into
  const isContents = view.contents.length > 0 || view.note !== undefined
  if (view.cover) {
    flow.section({})
    flow.add(cover(view, view.cover.picture, draft))
    flow.section(look)
  }
  if (isContents) flow.add(contents(view, pages, draft))
  for (const [index, one] of view.sections.entries()) {
    // The first article begins on a page of its own even where articles run on.
    const first = index === 0 && isContents
    section(first ? startingPage(one) : one, into)
  }
  flow.add(
    colophon(
      [
        {
          content: [
            ...(view.staff.length > 0
              ? [
                  plain(
                    view.staff.map(({ label, text }) => `${label}：${text}`).join('\u3000'),
                    draft,
                  ),
                ]
              : []),
            ...view.contact.map(({ label, text }) => plain(`${label}：${text}`, draft)),
          ],
        },
        {
          content: view.distribution.flatMap(({ label, body }) => labelled(label, body, draft)),
          over: thick,
        },
        {
          content:
            view.publisher === undefined && view.printedOn === undefined
              ? []
              : [between(view.publisher ?? '', printed(view.printedOn), draft)],
          over: thick,
          under: thick,
        },
      ],
      draft,
    ),
  )
}

const printed = (day: string | undefined) => (day === undefined ? '' : `${day}印发`)

function startingPage(section: View<WordContent>['sections'][number]): typeof section {
  const [first, ...others] = section.articles
  if (first)
    return { ...section, articles: [{ ...first, startOn: pageOr(first.startOn) }, ...others] }
  const { briefs } = section
  return briefs ? { ...section, briefs: { ...briefs, startOn: pageOr(briefs.startOn) } } : section
}

const pageOr = (startOn: 'page' | 'recto' | 'flow') => (startOn === 'flow' ? 'page' : startOn)

/** The cover: a picture that fills the sheet, or the masthead over its red rule. */
function cover(view: View<WordContent>, picture: string | undefined, draft: Draft): Xml[] {
  if (picture !== undefined) {
    const box = { width: sheet.width, height: sheet.height }
    const floating = { from: 'sheet' as const, left: 0, top: 0, behind: true }
    return [
      paragraph(
        { style: 'Normal' },
        floatingPicture(picture, { box, description: view.documentTitle, floating }, draft),
      ),
    ]
  }
  const { page } = draft
  const { lines, size, spacing } = view.masthead
  const look = { ...draft.lookOf('Masthead'), size }
  const line = (text: string | undefined, before: number, role: 'song' | 'kai' | 'hei') => {
    if (text === undefined) return []
    const own = { ...draft.lookOf('Normal'), role, size: 18 }
    const height = Math.round(page.line * 1.5)
    return [
      paragraph(
        {
          style: 'Normal',
          align: 'center',
          before,
          line: { height, rule: 'exact' },
        },
        draft.run(own, text),
      ),
    ]
  }
  const name = lines.map((text, index) =>
    paragraph(
      {
        style: 'Masthead',
        ...(index === 0 && { before: page.line * 3 }),
        line: { height: Math.round(size * 28), rule: 'exact' },
      },
      draft.spaced(look, text, spacing),
    ),
  )
  const rule = paragraph({
    style: 'Normal',
    after: page.line,
    borders: { bottom: { width: 27, colour: red, space: 0 } },
  })
  const under = [
    ...line(view.issueLine, 0, 'song'),
    ...line(view.period, 0, 'song'),
    ...line(view.feature, page.line, 'kai'),
  ]
  // The publisher stands a line above the foot of the type area.
  const taken =
    page.line * 3 +
    lines.length * size * 28 +
    page.line * 2 +
    under.length * page.line * 1.5 +
    (view.feature === undefined ? 0 : page.line)
  // One more line is left free for programs that set the masthead taller.
  const room = page.line * (page.lines - 2) - taken - page.line * 1.5
  return [...name, rule, ...under, ...line(view.publisher, Math.max(0, Math.floor(room)), 'hei')]
}

function contents(
  view: View<WordContent>,
  pages: ReadonlyMap<string, number>,
  draft: Draft,
): Xml[] {
  const rows = newsletterRows(view.contents)
  const heading =
    rows.length === 0
      ? []
      : [paragraph({ style: 'TOCHeading' }, draft.spaced(draft.lookOf('TOCHeading'), '目录', 1))]
  return [
    ...heading,
    ...contentsField(rows, pages, draft),
    ...(view.note ? note(view.note, draft) : []),
  ]
}
