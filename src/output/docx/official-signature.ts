import { widthInEm } from '../../text/em-width.js'
import type { DocumentSignature, SealPicture } from '../../typeset/view-model.js'
import type { Draft } from './draft.js'
import { area } from './page.js'
import type { ParagraphLook } from './paragraph.js'
import { paragraph } from './paragraph.js'
import { floatingPicture } from './pictures.js'
import { twips } from './units.js'
import type { Xml } from './xml.js'

/** Lengths of the page, mm. */
interface Lengths {
  cell: number
  line: number
}

/**
 * The signed names, the date and the seals (GB/T 9704—2012, 7.3.5), placed as the PDF places them
 * (output/pdf/layout/signature.ts). A seal lies over its name, anchored to the name's paragraph.
 */
export function signed(signature: DocumentSignature | undefined, draft: Draft): Xml[] {
  if (!signature) return []
  const lengths = {
    cell: area.width / draft.page.chars,
    line: area.height / draft.page.lines,
  }
  if (signature.stamped) return stamped(signature, lengths, draft)
  return signature.sealed ? sealed(signature, lengths, draft) : unsealed(signature, draft)
}

const style = 'Normal' as const

/**
 * 7.3.5.2: the name ends two cells before the right edge; the date begins two cells to the right of
 * the name's start.
 */
function unsealed({ names, date = '' }: DocumentSignature, draft: Draft): Xml[] {
  const { page } = draft
  const look = draft.lookOf(style)
  const own = Math.max(0, ...names.map(({ name }) => widthInEm(name)))
  const dated = widthInEm(date)
  const start = Math.max(0, page.chars - 2 - (dated > own ? dated + 2 : own))
  const rows = names.map(({ name }) => ({ text: name, left: start }))
  const all = date === '' ? rows : [...rows, { text: date, left: start + 2 }]
  return all.map(({ text, left }, index) =>
    paragraph(
      {
        style,
        align: 'left',
        keepNext: index < all.length - 1,
        ...(index === 0 && { before: page.line }),
        indent: { left: Math.round(left * 100) },
        cell: page.cell,
      },
      draft.run(look, text),
    ),
  )
}

/**
 * 7.3.5.1: the date ends four cells before the right edge; the last name is centred above it. Several
 * names stand side by side, as far apart as their seals need.
 */
function sealed(
  { names, date = '' }: DocumentSignature,
  { cell, line }: Lengths,
  draft: Draft,
): Xml[] {
  const own = Math.max(...names.map(({ name }) => widthInEm(name))) * cell
  const dated = widthInEm(date) * cell
  const centre = own > dated + 8 * cell ? area.width - own / 2 : area.width - 4 * cell - dated / 2
  const wide = Math.max(0, ...names.map(({ seal }) => seal?.width ?? 0))
  const high = Math.max(0, ...names.map(({ seal }) => seal?.height ?? 0))
  const fromName = names.length === 1 ? line - 3 : line / 2
  const wholeLines = (length: number) => Math.max(0, Math.ceil(length / line - 0.01)) * line
  const pitch = Math.max(wide + 2, own + cell)
  const abreast = Math.max(1, Math.floor((centre - Math.max(wide, own) / 2) / pitch) + 1)
  const rows = Array.from({ length: Math.ceil(names.length / abreast) }, (_, row) =>
    names.slice(row * abreast, (row + 1) * abreast),
  )
  const above = wholeLines(high / 2 - fromName)
  const between = wholeLines(high + 2) - line
  const set = rows.flatMap((row, index) => {
    const middles = row.map((_, place) => centre - (row.length - 1 - place) * pitch)
    const seals = row.flatMap(({ seal }, place) =>
      seal ? sealAt(seal, (middles[place] ?? 0) - seal.width / 2, fromName, draft) : [],
    )
    const space = free(twips(index === 0 ? above : between))
    const texts = row.map(({ name }) => name)
    return [...space, centredAt(middles, texts, { keepNext: true }, draft, seals)]
  })
  return date === '' ? set : [...set, centredAt([centre], [date], {}, draft)]
}

/**
 * Room above a paragraph with a seal: a paragraph of its own, because programs differ in whether the
 * height of a drawing counts from above or from below the space before its paragraph.
 */
const free = (height: number): Xml[] =>
  height > 0 ? [paragraph({ style, keepNext: true, line: { height, rule: 'exact' } })] : []

/** Texts centred at some distances (mm) from the left edge, by tabs. */
const centredAt = (
  middles: readonly number[],
  texts: readonly string[],
  look: ParagraphLook,
  draft: Draft,
  seals: readonly Xml[] = [],
): Xml =>
  paragraph(
    {
      ...look,
      style,
      align: 'left',
      tabs: middles.map((at) => ({ kind: 'center' as const, at: twips(at) })),
    },
    seals,
    draft.run(draft.lookOf(style), texts.map((text) => `\t${text}`).join('')),
  )

/** 7.3.5.3: the stamp four cells from the right edge, the job title two cells to its left. */
function stamped(
  { names, date = '', signer }: DocumentSignature,
  { cell, line }: Lengths,
  draft: Draft,
): Xml[] {
  const look = draft.lookOf(style)
  const seal = names[0]?.seal
  const right = area.width - 4 * cell
  const width = seal ? seal.width : widthInEm(signer ?? '') * cell
  const text = names.map(({ name }) => name).join('\u3000')
  const stamp = seal ? sealAt(seal, right - width, line / 2, draft) : []
  const title = paragraph(
    {
      style,
      align: 'left',
      keepNext: true,
      tabs: [
        { kind: 'right', at: twips(right - width - 2 * cell) },
        { kind: 'right', at: twips(right) },
      ],
    },
    stamp,
    draft.run(look, `\t${text}${seal || !signer ? '' : `\t${signer}`}`),
  )
  const dated = paragraph(
    { style, align: 'left', before: draft.page.line, tabs: [{ kind: 'right', at: twips(right) }] },
    draft.run(look, `\t${date}`),
  )
  const set = [...free(draft.page.line * 2), title]
  return date === '' ? set : [...set, dated]
}

/** A seal by its left edge and the height of its middle under the top of its paragraph, mm. */
const sealAt = (
  { picture, width, height }: SealPicture,
  left: number,
  middle: number,
  draft: Draft,
): Xml[] =>
  floatingPicture(
    picture,
    {
      box: { width, height },
      description: '印章',
      floating: { from: 'paragraph', left, top: middle - height / 2, behind: false },
    },
    draft,
  )
