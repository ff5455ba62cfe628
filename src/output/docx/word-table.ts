import type { ParagraphLook } from './paragraph.js'
import { edge, paragraph } from './paragraph.js'
import type { GridCell } from './table-cells.js'
import { twips } from './units.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

const noRule = { width: 0 }

/** Padding of a cell, mm (templates/shared/styles/tables.css). */
const padding = { side: 1.5, end: 0.5 } as const

/** What a table is made of. Widths in twips. */
export interface TableParts {
  grid: readonly number[]
  rows: readonly {
    isHead?: boolean
    cells: readonly (Pick<GridCell, 'column' | 'columns' | 'merge'> & {
      content: readonly Xml[]
      borders?: ParagraphLook['borders']
      align?: 'top' | 'center' | 'bottom'
    })[]
  }[]
  /** The rules between and around the cells; none by default. */
  rule?: { width: number }
  /** At the foot of the type area of the page that it is anchored to. */
  atFoot?: boolean
  /** Padding of the cells at their sides, mm. */
  side?: number
}

/** `w:tbl`, its elements in the order of the schema (ECMA-376, part 1, 17.4.59). */
export function tableOf({
  grid,
  rows,
  rule: lines = noRule,
  atFoot = false,
  side = padding.side,
}: TableParts): Xml {
  const margin = (name: string, mm: number) => w(name, { w: twips(mm), type: 'dxa' })
  const width = grid.reduce((all, one) => all + one, 0)
  const hasRules = lines.width > 0
  return w(
    'tbl',
    {},
    w(
      'tblPr',
      {},
      atFoot
        ? w('tblpPr', {
            vertAnchor: 'margin',
            horzAnchor: 'margin',
            tblpXSpec: 'center',
            tblpYSpec: 'bottom',
          })
        : undefined,
      atFoot ? w('tblOverlap', { val: 'never' }) : undefined,
      w('tblW', { w: width, type: 'dxa' }),
      w('jc', { val: 'center' }),
      hasRules
        ? w(
            'tblBorders',
            {},
            ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((name) =>
              edge(name, lines),
            ),
          )
        : undefined,
      w('tblLayout', { type: 'fixed' }),
      w(
        'tblCellMar',
        {},
        margin('top', hasRules ? padding.end : 0),
        margin('left', side),
        margin('bottom', hasRules ? padding.end : 0),
        margin('right', side),
      ),
    ),
    w(
      'tblGrid',
      {},
      grid.map((one) => w('gridCol', { w: one })),
    ),
    rows.map(({ cells, isHead }) =>
      w(
        'tr',
        {},
        w('trPr', {}, w('cantSplit'), isHead ? w('tblHeader') : undefined),
        cells.map(({ column, columns, merge, content, borders, align = 'center' }) =>
          w(
            'tc',
            {},
            w(
              'tcPr',
              {},
              w('tcW', {
                w: grid.slice(column, column + columns).reduce((all, one) => all + one, 0),
                type: 'dxa',
              }),
              columns > 1 ? w('gridSpan', { val: columns }) : undefined,
              merge && w('vMerge', merge === 'first' ? { val: 'restart' } : {}),
              borders &&
                w(
                  'tcBorders',
                  {},
                  (['top', 'left', 'bottom', 'right'] as const).map(
                    (name) => borders[name] && edge(name, borders[name]),
                  ),
                ),
              w('vAlign', { val: align }),
            ),
            endsInParagraph(content) ? content : [...content, paragraph({ style: 'TableText' })],
          ),
        ),
      ),
    ),
  )
}

/** A cell must end in a paragraph. */
const endsInParagraph = (content: readonly Xml[]) => content.at(-1)?.name === 'w:p'
