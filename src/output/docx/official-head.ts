import { widthInEm } from '../../text/em-width.js'
import type { DocumentView, IssuingAuthority, View } from '../../typeset/view-model.js'
import type { WordContent } from './content.js'
import type { Draft } from './draft.js'
import { paragraph } from './paragraph.js'
import { redRule, sides } from './red-head.js'
import type { Look } from './run.js'
import { red } from './styles.js'
import { tableOf } from './word-table.js'
import type { Xml } from './xml.js'

/** The head, 版头, of a document, a letter, minutes or an order (GB/T 9704—2012, 7.2 and 10). */
export function officialHead(
  view: View<WordContent>,
  own: DocumentView<WordContent>,
  draft: Draft,
): Xml[] {
  const { page } = draft
  const normal = draft.lookOf('Normal')
  const marks = copyMarks(own, draft)
  const number = centred(own.number, normal, page.line, draft)
  if (own.letter)
    return [...mark(own.mark, 0, draft), redRule(draft, letterRule), ...letterLines(own, draft)]
  // From the top of the type area to the mark: 35 mm, or 20 mm for an order.
  const lines = own.order ? 2 : 3
  const before = Math.max(1, lines - marks.length) * page.line
  if (own.order) return [...mark(own.mark, before, draft), ...number]
  if (own.minutes)
    return [
      ...marks,
      ...mark(own.mark, before, draft),
      ...number,
      sides([normal, view.publisher ?? ''], [normal, view.printedOn ?? ''], draft),
      redRule(draft),
    ]
  return [
    ...marks,
    ...mark(own.mark, before, draft),
    ...(own.signers.length === 0 ? number : upward(own, normal, draft)),
    redRule(draft),
  ]
}

/** The upper double line of a letter: a thick one over a thin one (10.1). */
export const letterRule = { width: 24, style: 'thickThinSmallGap' } as const

/** The double line at the foot of a letter's first page, which has no number (10.1). */
export const letterFoot = (draft: Draft): Xml =>
  paragraph({
    style: 'Footer',
    line: { height: 20, rule: 'exact' },
    borders: { bottom: { ...letterRule, style: 'thinThickSmallGap', colour: red } },
    indent: { left: 0 },
    cell: draft.page.cell,
  })

type Marks = Pick<DocumentView<WordContent>, 'copyNumber' | 'secrecy' | 'urgency'>

/** 份号, 密级, 紧急程度, those that there are (7.2.1 to 7.2.3). */
function marksOf({ copyNumber, secrecy, urgency }: Marks, draft: Draft) {
  const normal = draft.lookOf('Normal')
  const hei: Look = { ...normal, role: 'hei' }
  const all = [
    { look: normal, text: copyNumber },
    { look: hei, text: secrecy },
    { look: hei, text: urgency },
  ]
  return all.flatMap(({ look, text }) => (text === undefined ? [] : [{ look, text }]))
}

const copyMarks = (marks: Marks, draft: Draft): Xml[] =>
  marksOf(marks, draft).map(({ look, text }) =>
    paragraph({ style: 'Normal' }, draft.run(look, text)),
  )

/** The number of a letter is at the right end of the line of the first mark (10.1). */
function letterLines(own: DocumentView<WordContent>, draft: Draft): Xml[] {
  const normal = draft.lookOf('Normal')
  const [first, ...others] = marksOf(own, draft)
  return [
    sides([first?.look ?? normal, first?.text ?? ''], [normal, own.number ?? ''], draft),
    ...others.map(({ look, text }) => paragraph({ style: 'Normal' }, draft.run(look, text))),
  ]
}

function centred(text: string | undefined, look: Look, before: number, draft: Draft): Xml[] {
  if (text === undefined) return []
  return [paragraph({ style: 'Normal', align: 'center', before }, draft.run(look, text))]
}

/** Signers in a row (7.2.6). */
const abreast = 2

/** Number on the left, signers in rows on the right, both one cell in (7.2.5, 7.2.6). */
function upward(own: DocumentView<WordContent>, normal: Look, draft: Draft): Xml[] {
  const { cell, chars, line } = draft.page
  const kai: Look = { ...normal, role: 'kai' }
  const label = '签发人：'
  const rows = Array.from({ length: Math.ceil(own.signers.length / abreast) }, (_, row) =>
    own.signers.slice(row * abreast, (row + 1) * abreast).join('\u3000'),
  )
  const names = (chars - 1 - Math.max(...rows.map(widthInEm))) * cell
  const begin = Math.round(names - widthInEm(label) * cell)
  return rows.map((row, index) =>
    paragraph(
      {
        style: 'Normal',
        align: 'left',
        ...(index === 0 && { before: line }),
        indent: { left: 100 },
        cell: normal.size * 20,
        tabs: [{ kind: 'left', at: index === 0 ? begin : Math.round(names) }],
      },
      draft.run(
        normal,
        `${index === rows.length - 1 ? (own.number ?? '') : ''}\t${index === 0 ? label : ''}`,
      ),
      draft.run(kai, row),
    ),
  )
}

/** The issuing authority; several issuers with 文件 beside them are a table without rules. */
function mark({ lines, suffix, size }: IssuingAuthority, before: number, draft: Draft): Xml[] {
  const look: Look = { ...draft.lookOf('Masthead'), size }
  const line = { height: Math.round(size * 24), rule: 'atLeast' } as const
  const names = lines.map((text, index) =>
    paragraph(
      { style: 'Masthead', ...(index === 0 && suffix === undefined && { before }), line },
      draft.run(look, text),
    ),
  )
  if (suffix === undefined) return names
  const { chars, cell } = draft.page
  const right = Math.round(size * 20 * 2.6)
  const spread = lines.map((text) =>
    paragraph({ style: 'Masthead', align: 'distribute', line }, draft.run(look, text)),
  )
  const width = Math.max(...lines.map((text) => [...text].length)) * size * 20 + 400
  const left = Math.min(Math.round(width), chars * cell - right)
  const cells = [
    { column: 0, columns: 1, content: spread },
    {
      column: 1,
      columns: 1,
      content: [paragraph({ style: 'Masthead', line }, draft.run(look, suffix))],
    },
  ]
  return [
    paragraph({ style: 'Normal', line: { height: before, rule: 'exact' } }),
    tableOf({ grid: [left, right], rows: [{ cells }], side: 0 }),
  ]
}
