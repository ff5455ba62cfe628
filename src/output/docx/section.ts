import type { WordPage } from './page.js'
import { sheet } from './page.js'
import { twips } from './units.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/** What sets a section apart. */
export interface SectionLook {
  /** Where it begins; on a new page by default. */
  starts?: 'nextPage' | 'continuous' | 'oddPage'
  /** The footers with the page number, by the ids of their relations. */
  footers?: { odd: string; even?: string; first?: string } | undefined
  landscape?: boolean
  /** Top margin, mm, where it is not that of the page. */
  top?: number
}

/** Distance of the foot of the page number from the edge of the sheet, mm: see `page-number.hbs`. */
const footer = 25.5

/**
 * What the bottom margin gives, twips, so that the last line fits in programs that round lengths to
 * another unit. It is less than a line.
 */
const slack = 20

/** `w:sectPr`, its elements in the order of the schema (ECMA-376, part 1, 17.6.17). */
export function sectionProperties(
  page: WordPage,
  { starts = 'nextPage', footers, landscape = false, top }: SectionLook,
): Xml {
  const reference = (type: string, id: string | undefined) =>
    id === undefined ? undefined : w('footerReference', { type, 'r:id': id })
  const [width, height] = [twips(sheet.width), twips(sheet.height)]
  const up = top === undefined ? page.top : twips(top)
  const edges = {
    top: up,
    right: twips(sheet.right),
    bottom: twips(sheet.bottom) - slack,
    left: twips(sheet.left),
  }
  // The sheet is turned so that the head of a table is at the left of the upright page.
  const margins = landscape
    ? { top: edges.left, right: edges.top, bottom: edges.right, left: edges.bottom }
    : edges
  return w(
    'sectPr',
    {},
    reference('default', footers?.odd),
    reference('even', footers?.even),
    reference('first', footers?.first),
    w(
      'footnotePr',
      {},
      w('numFmt', { val: 'decimalEnclosedCircleChinese' }),
      w('numRestart', { val: 'eachSect' }),
    ),
    w('type', { val: starts }),
    w('pgSz', {
      w: landscape ? height : width,
      h: landscape ? width : height,
      orient: landscape ? 'landscape' : undefined,
    }),
    w('pgMar', {
      ...margins,
      header: twips(15),
      footer: Math.min(twips(footer), margins.bottom),
      gutter: 0,
    }),
    footers?.first === undefined ? undefined : w('titlePg'),
    w('docGrid', { type: 'linesAndChars', linePitch: page.line, charSpace: page.charSpace }),
  )
}
