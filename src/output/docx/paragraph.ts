import type { StyleId } from './style-ids.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/** A line beside a paragraph or a cell. Widths in eighths of a point, spaces in points. */
export interface Edge {
  width: number
  /** RRGGBB. */
  colour?: string
  style?: 'single' | 'thinThickSmallGap' | 'thickThinSmallGap'
  space?: number
}

export const edge = (
  name: string,
  { width, colour = 'auto', style = 'single', space = 0 }: Edge,
): Xml => w(name, { val: style, sz: width, space, color: colour })

/**
 * Indents in hundredths of a character, so that they follow the size of the letters. `first` is
 * negative for a hanging indent.
 */
export interface Indent {
  left?: number
  right?: number
  first?: number
}

/** What a paragraph adds to its style. Lengths in twips. */
export interface ParagraphLook {
  style?: StyleId
  keepNext?: boolean
  keepLines?: boolean
  pageBreakBefore?: boolean
  borders?: Partial<Record<'top' | 'left' | 'bottom' | 'right', Edge>>
  tabs?: readonly { kind: 'left' | 'right' | 'center'; at: number; dots?: boolean }[]
  before?: number
  after?: number
  line?: { height: number; rule: 'exact' | 'atLeast' | 'auto' }
  indent?: Indent | undefined
  /** Width of a character of the paragraph, twips, for programs that know no characters. */
  cell?: number
  align?: 'left' | 'center' | 'right' | 'both' | 'distribute'
  outline?: number
}

export const paragraph = (look: ParagraphLook, ...content: (Xml | readonly Xml[])[]): Xml =>
  w('p', {}, paragraphProperties(look), content.flat())

/** `w:pPr`, its elements in the order of the schema (ECMA-376, part 1, 17.3.1.26). */
export const paragraphProperties = (look: ParagraphLook): Xml =>
  w(
    'pPr',
    {},
    look.style === undefined ? undefined : w('pStyle', { val: look.style }),
    look.keepNext === undefined ? undefined : w('keepNext', look.keepNext ? {} : { val: 0 }),
    look.keepLines ? w('keepLines') : undefined,
    look.pageBreakBefore ? w('pageBreakBefore') : undefined,
    bordersOf(look.borders),
    look.tabs &&
      w(
        'tabs',
        {},
        look.tabs.map(({ kind, at, dots }) =>
          w('tab', { val: kind, leader: dots ? 'dot' : undefined, pos: at }),
        ),
      ),
    spacingOf(look),
    look.indent && indentOf(look.indent, look.cell ?? 320),
    look.align && w('jc', { val: look.align }),
    look.outline === undefined ? undefined : w('outlineLvl', { val: look.outline }),
  )

function bordersOf(borders: ParagraphLook['borders']): Xml | undefined {
  if (!borders) return undefined
  const sides = ['top', 'left', 'bottom', 'right'] as const
  return w(
    'pBdr',
    {},
    sides.map((side) => borders[side] && edge(side, borders[side])),
  )
}

function spacingOf({ before, after, line }: ParagraphLook): Xml | undefined {
  if (before === undefined && after === undefined && !line) return undefined
  return w('spacing', { before, after, line: line?.height, lineRule: line?.rule })
}

function indentOf({ left, right, first }: Indent, cell: number): Xml {
  const length = (chars: number | undefined) =>
    chars === undefined ? undefined : Math.round((chars * cell) / 100)
  const hanging = first !== undefined && first < 0 ? -first : undefined
  const firstLine = hanging === undefined ? first : undefined
  return w('ind', {
    leftChars: left,
    left: length(left),
    rightChars: right,
    right: length(right),
    hangingChars: hanging,
    hanging: length(hanging),
    firstLineChars: firstLine,
    firstLine: length(firstLine),
  })
}
