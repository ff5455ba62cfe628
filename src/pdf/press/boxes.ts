import type { Box, Matrix } from '../content/matrix.js'
import { type Painting, paintingsOn } from '../content/paintings.js'
import { withoutStructure } from '../content/structure-marks.js'
import { type Pdf, readPdf } from '../document.js'
import { identified } from '../identified.js'
import { contentsOf, dictionaryOr, mediaBoxOf, pagesOf } from '../pages.js'
import { type Changes, rewrite } from '../rewrite.js'
import { compressedText, contentAt } from '../streams.js'
import { type Dictionary, dictionaryOf } from '../syntax.js'
import { cropMarks, marksMargin } from './crop-marks.js'
import { boxOf, grown, points, trimOf } from './paper-sizes.js'

/** Distance from the trim within which a painting touches it, in points. */
const TOUCHES = 0.5

/** Name of the mirrored page among the resources. */
const mirrorName = 'Mirror'

/** A PDF with bleed, and the pages on which it was needed. */
export interface WithBleed {
  bytes: Uint8Array
  /** Pages, from 1, whose pictures or areas reach the trim: they were continued into the bleed. */
  bled: number[]
}

/**
 * Adds bleed and crop marks to every page: the media box grows, nothing on the page moves, so
 * links and structure remain valid. What reaches the trim is continued into the bleed by the
 * page's mirror image, so that a cut a little outside of the trim shows no white line.
 *
 * @param bleed In mm.
 * @param marks Whether to draw crop marks; without, the media box ends with the bleed.
 */
export function addBleed(bytes: Uint8Array, bleed: number, marks = true): WithBleed {
  const pdf = readPdf(bytes)
  const changes: Changes = { changed: new Map(), dropped: new Set() }
  let next = pdf.offsets.length
  const add = (body: string): number => {
    changes.changed.set(next, body)
    return next++
  }
  const save = add(compressedText(new Map(), 'q'))
  const bled: number[] = []
  for (const [index, { number, entries }] of pagesOf(pdf).entries()) {
    const page = mediaBoxOf(entries)
    const trim = trimOf(page)
    const bleedBox = grown(trim, points(bleed))
    const edges = touchedEdges(paintingsOn(pdf, entries, page), page)
    const parts = ['Q', ...(marks ? [artifact(cropMarks(trim, bleed))] : [])]
    if (edges.size > 0) {
      bled.push(index + 1)
      addMirror(entries, add(mirrorOf(pdf, entries, page)))
      parts.push(artifact(mirrored(page, bleedBox, edges)))
    }
    const after = add(compressedText(new Map(), parts.join('\n')))
    entries
      .set('MediaBox', boxOf(grown(trim, points(bleed + (marks ? marksMargin : 0)))))
      .set('BleedBox', boxOf(bleedBox))
      .set('TrimBox', boxOf(trim))
      .set(
        'Contents',
        `[${[save, ...contentsOf(entries), after].map((n) => `${n} 0 R`).join(' ')}]`,
      )
    changes.changed.set(number, dictionaryOf(entries))
  }
  return { bytes: rewrite(pdf, changes, identified(pdf)), bled }
}

/** Marks content as no part of the text (ISO 32000-1, 14.8.2.2). */
const artifact = (content: string): string => `/Artifact BMC\nq\n${content}\nQ\nEMC`

/** An edge of a page: how far it is from the middle, to the right and upwards. */
type Edge = 'left' | 'right' | 'bottom' | 'top'

/** Returns the edges that pictures and areas touch. */
export function touchedEdges(paintings: readonly Painting[], page: Box): Set<Edge> {
  const edges = new Set<Edge>()
  for (const { kind, ink, box } of paintings) {
    if (kind === 'text' || ink === 'paper') continue
    if (box[0] <= page[0] + TOUCHES) edges.add('left')
    if (box[1] <= page[1] + TOUCHES) edges.add('bottom')
    if (box[2] >= page[2] - TOUCHES) edges.add('right')
    if (box[3] >= page[3] - TOUCHES) edges.add('top')
  }
  return edges
}

/** A form that draws the page, without the marks of its structure. */
function mirrorOf(pdf: Pdf, page: Dictionary, box: Box): string {
  const content = contentsOf(page).map((number) => contentAt(pdf, number))
  const form: Dictionary = new Map([
    ['Type', '/XObject'],
    ['Subtype', '/Form'],
    ['BBox', boxOf(box)],
    ['Resources', page.get('Resources') ?? '<<>>'],
  ])
  return compressedText(form, withoutStructure(content.join('\n')))
}

function addMirror(page: Dictionary, number: number): void {
  const resources = dictionaryOr(page.get('Resources'))
  const objects = dictionaryOr(resources.get('XObject')).set(mirrorName, `${number} 0 R`)
  page.set('Resources', dictionaryOf(resources.set('XObject', dictionaryOf(objects))))
}

/** The strips between trim and bleed, each filled with the page mirrored at its edge. */
function mirrored(page: Box, bleed: Box, edges: ReadonlySet<Edge>): string {
  const [left, bottom, right, top] = page
  const across = [
    { from: bleed[0], to: left, flip: 2 * left, edge: 'left' },
    { from: left, to: right, flip: undefined, edge: undefined },
    { from: right, to: bleed[2], flip: 2 * right, edge: 'right' },
  ] as const
  const along = [
    { from: bleed[1], to: bottom, flip: 2 * bottom, edge: 'bottom' },
    { from: bottom, to: top, flip: undefined, edge: undefined },
    { from: top, to: bleed[3], flip: 2 * top, edge: 'top' },
  ] as const
  const strips: string[] = []
  for (const x of across) {
    for (const y of along) {
      const isPage = x.edge === undefined && y.edge === undefined
      if (isPage || (x.edge && !edges.has(x.edge)) || (y.edge && !edges.has(y.edge))) continue
      const flip: Matrix = [
        x.flip === undefined ? 1 : -1,
        0,
        0,
        y.flip === undefined ? 1 : -1,
        x.flip ?? 0,
        y.flip ?? 0,
      ]
      const clip = [x.from, y.from, x.to - x.from, y.to - y.from].map(short).join(' ')
      strips.push(`q ${clip} re W n ${flip.map(short).join(' ')} cm /${mirrorName} Do Q`)
    }
  }
  return strips.join('\n')
}

const short = (value: number): string => String(Math.round(value * 1e4) / 1e4)
