import type { SheetPage } from '../../model/print.js'
import type { Box } from '../content/matrix.js'
import { withoutStructure } from '../content/structure-marks.js'
import { catalogueNumber, dictionaryAt, type Pdf, readPdf } from '../document.js'
import { identified } from '../identified.js'
import { boxAt, contentsOf, dictionaryOr, mediaBoxOf, pagesOf } from '../pages.js'
import { unreachable } from '../reachable.js'
import { type Changes, rewrite } from '../rewrite.js'
import { compressedText, contentAt } from '../streams.js'
import { type Dictionary, dictionaryOf } from '../syntax.js'
import { cropMarks, marksMargin } from './crop-marks.js'
import { boxOf, grown, points, trimOf } from './paper-sizes.js'

/** One side of a sheet, with two pages beside each other. */
export interface SheetSide {
  left: SheetPage
  right: SheetPage
  /** How far both pages are moved towards the fold, mm. */
  creep: number
}

/** The paper that the pages are put on. */
export interface SheetSize {
  /** In mm, lying: the fold is in the middle of the width. */
  width: number
  height: number
  /** Bleed in mm, with crop and fold marks; 0 for neither. */
  bleed: number
}

/**
 * Puts the pages of a PDF on sides of sheets, two beside each other. A page becomes a form and is
 * drawn as it is; fonts and pictures are shared. Bookmarks, links and structure would lead into
 * pages in another order and are left out; the document's properties stay.
 *
 * Own code, because it needs no more than what this folder has: pdf-lib copies every object of a
 * page anew, and the largest part of the file, the fonts, is written again.
 */
export function impose(
  bytes: Uint8Array,
  sides: readonly SheetSide[],
  size: SheetSize,
): Uint8Array {
  const pdf = readPdf(bytes)
  const pages = pagesOf(pdf)
  const changes: Changes = { changed: new Map(), dropped: new Set() }
  for (const { number, entries } of pages) changes.changed.set(number, formOf(pdf, entries))
  const tree = pdf.offsets.length
  const kids = sides.map((side, index) => {
    const [page, content] = [tree + 1 + 2 * index, tree + 2 + 2 * index]
    const drawn = [
      halfOf(pages, side.left, 'left', side.creep, size),
      halfOf(pages, side.right, 'right', side.creep, size),
    ].flatMap((half) => half ?? [])
    const marks = size.bleed > 0 ? [foldMarks(size)] : []
    changes.changed
      .set(page, sideOf(tree, content, drawn, size))
      .set(content, compressedText(new Map(), [...drawn.map(drawing), ...marks].join('\n')))
    return `${page} 0 R`
  })
  const count = String(kids.length)
  changes.changed
    .set(
      tree,
      dictionaryOf([
        ['Type', '/Pages'],
        ['Count', count],
        ['Kids', `[${kids.join(' ')}]`],
      ]),
    )
    .set(catalogueNumber(pdf), catalogueOf(pdf, tree))
  changes.dropped = unreachable(pdf, changes.changed)
  return rewrite(pdf, changes, identified(pdf))
}

/** A page as a form: what is outside of the bleed, or without bleed of the trim, is cut off. */
function formOf(pdf: Pdf, page: Dictionary): string {
  const content = contentsOf(page).map((number) => contentAt(pdf, number))
  const form: Dictionary = new Map([
    ['Type', '/XObject'],
    ['Subtype', '/Form'],
    ['BBox', boxOf(boxAt(page, 'BleedBox') ?? trimOf(mediaBoxOf(page)))],
    ['Resources', page.get('Resources') ?? '<<>>'],
  ])
  return compressedText(form, withoutStructure(content.join('\n')))
}

/** A page on one half of a side. */
interface Half {
  form: number
  name: string
  /** Where the page may paint: from the fold to the bleed. */
  clip: Box
  scale: number
  x: number
  y: number
}

function halfOf(
  pages: ReturnType<typeof pagesOf>,
  page: SheetPage,
  name: 'left' | 'right',
  creep: number,
  { width, height, bleed }: SheetSize,
): Half | undefined {
  const found = page === undefined ? undefined : pages[page - 1]
  if (!found) return undefined
  const trim = boxAt(found.entries, 'TrimBox') ?? trimOf(mediaBoxOf(found.entries))
  const fold = points(width) / 2
  const scale = fold / (trim[2] - trim[0])
  const [outside, beyond] = [points(bleed), points(height) + points(bleed)]
  const isLeft = name === 'left'
  return {
    form: found.number,
    name: isLeft ? 'L' : 'R',
    clip: isLeft
      ? [-outside, -outside, fold, beyond]
      : [fold, -outside, 2 * fold + outside, beyond],
    scale,
    x: (isLeft ? points(creep) : fold - points(creep)) - trim[0] * scale,
    y: (points(height) - (trim[3] - trim[1]) * scale) / 2 - trim[1] * scale,
  }
}

function drawing({ name, clip, scale, x, y }: Half): string {
  const [left, bottom, right, top] = clip
  const rectangle = [left, bottom, right - left, top - bottom].map(short).join(' ')
  const place = [scale, 0, 0, scale, x, y].map(short).join(' ')
  return `q ${rectangle} re W n ${place} cm /${name} Do Q`
}

const foldMarks = ({ width, height, bleed }: SheetSize): string =>
  `q\n${cropMarks([0, 0, points(width), points(height)], bleed, [points(width) / 2])}\nQ`

function sideOf(
  tree: number,
  content: number,
  drawn: readonly Half[],
  { width, height, bleed }: SheetSize,
): string {
  const trim: Box = [0, 0, points(width), points(height)]
  const forms = dictionaryOf(drawn.map(({ name, form }) => [name, `${form} 0 R`]))
  return dictionaryOf([
    ['Type', '/Page'],
    ['Parent', `${tree} 0 R`],
    ['MediaBox', boxOf(bleed > 0 ? grown(trim, points(bleed + marksMargin)) : trim)],
    ['BleedBox', bleed > 0 ? boxOf(grown(trim, points(bleed))) : undefined],
    ['TrimBox', boxOf(trim)],
    ['Resources', dictionaryOf([['XObject', forms]])],
    ['Contents', `${content} 0 R`],
  ])
}

function catalogueOf(pdf: Pdf, tree: number): string {
  const catalogue = dictionaryAt(pdf, catalogueNumber(pdf))
  for (const key of ['Dests', 'MarkInfo', 'StructTreeRoot', 'Outlines', 'PageLabels'])
    catalogue.delete(key)
  // A print dialogue begins with what a booklet needs: the sheet's own size, turned over at its
  // short edge (ISO 32000-1, table 150).
  const preferences = dictionaryOr(catalogue.get('ViewerPreferences'))
    .set('PrintScaling', '/None')
    .set('Duplex', '/DuplexFlipShortEdge')
  return dictionaryOf(
    catalogue
      .set('Pages', `${tree} 0 R`)
      .set('PageMode', '/UseNone')
      .set('ViewerPreferences', dictionaryOf(preferences)),
  )
}

const short = (value: number): string => String(Math.round(value * 1e4) / 1e4)
