import { widthInEm } from '../../text/em-width.js'
import type { WordContent } from './content.js'
import type { Draft } from './draft.js'
import { inline } from './inline.js'
import type { Edge } from './paragraph.js'
import { paragraph } from './paragraph.js'
import { tableOf } from './word-table.js'
import type { Xml } from './xml.js'

/** Rules of an imprint, eighths of a point: 0.35 mm outside, 0.25 mm inside (GB/T 9704—2012, 7.4.1). */
export const thick: Edge = { width: 8 }
export const thin: Edge = { width: 6 }

/** A row of a colophon, with the rule over it and the one under it. */
export interface ColophonRow {
  content: readonly Xml[]
  over?: Edge | undefined
  under?: Edge | undefined
}

/**
 * A colophon or an imprint at the foot of the last page, where it stays when the text changes: a
 * table, which every program can place.
 */
export function colophon(rows: readonly ColophonRow[], draft: Draft): Xml[] {
  const { chars, cell } = draft.page
  const filled = rows.filter(({ content }) => content.length > 0)
  if (filled.length === 0) return []
  return [
    tableOf({
      grid: [chars * cell],
      side: 0,
      atFoot: true,
      rows: filled.map(({ content, over, under }) => ({
        cells: [
          {
            column: 0,
            columns: 1,
            content,
            borders: { ...(over && { top: over }), ...(under && { bottom: under }) },
          },
        ],
      })),
    }),
    paragraph({ style: 'Normal', line: { height: 20, rule: 'exact' } }),
  ]
}

const style = 'Colophon' as const

export const plain = (text: string, draft: Draft): Xml =>
  paragraph({ style }, draft.run(draft.lookOf(style), text))

/** One text at the left edge, one at the right. */
export function between(left: string, right: string, draft: Draft): Xml {
  const { chars, cell } = draft.page
  const look = draft.lookOf(style)
  const at = chars * cell - look.size * 20
  const text = right === '' ? left : `${left}\t${right}`
  return paragraph({ style, tabs: [{ kind: 'right', at }] }, draft.run(look, text))
}

/** A label, and to its right names that hang under one another. */
export function labelled(label: string, { root }: WordContent, draft: Draft): Xml[] {
  const look = draft.lookOf(style)
  const begin = `${label}：`
  const hang = Math.round(widthInEm(begin) * 100)
  const lines = root.children.flatMap((node) =>
    node.type === 'element' ? [inline(node.children, { look, part: 'document' }, draft)] : [],
  )
  return lines.map((line, index) =>
    paragraph(
      {
        style,
        indent: { left: 100 + hang, right: 100, first: index === 0 ? -hang : 0 },
        cell: look.size * 20,
      },
      index === 0 ? [draft.run(look, begin)] : [],
      line,
    ),
  )
}
