import type { ColourMode } from '../../model/print.js'
import { recolour, redSpace } from '../content/recolour.js'
import { contentStreams, objects } from '../content/streams-of.js'
import { dictionaryAt, objectAt, type Pdf, readPdf } from '../document.js'
import { identified } from '../identified.js'
import { dictionaryOr } from '../pages.js'
import { type Changes, rewrite } from '../rewrite.js'
import { compressedText, contentAt } from '../streams.js'
import { type Dictionary, dictionaryFrom, dictionaryOf } from '../syntax.js'
import { recolouredShading } from './shadings.js'

/** Name of the plate of the second ink, as a print shop sees it. */
export const redInk = 'Red'

/**
 * The colour space of the red ink (ISO 32000-1, 8.6.6.4): a plate of its own, which a device
 * without that plate prints in magenta and yellow.
 */
const redSeparation = `[/Separation /${redInk} /DeviceCMYK <</FunctionType 2\n/Domain [0 1]\n/C0 [0 0 0 0]\n/C1 [0 1 1 0]\n/N 1>>]`

/** Where a picture's place in the file is taken by another, its body with `red` as colour space. */
export type NewPictures = ReadonlyMap<number, (red: string) => string>

/**
 * Replaces the colours of a finished PDF: of pages, forms, tiles, gradients and drawn glyphs, and
 * the given pictures. Structure, links, bookmarks and metadata are copied.
 */
export function recolourPdf(
  bytes: Uint8Array,
  mode: ColourMode,
  pictures: NewPictures,
): Uint8Array {
  const pdf = readPdf(bytes)
  const changes: Changes = { changed: new Map(), dropped: new Set() }
  const space = `${pdf.offsets.length} 0 R`
  for (const { content, owner } of contentStreams(pdf)) {
    const { content: changed, usesRed } = recolour(contentAt(pdf, content), mode)
    const entries = dictionaryAt(pdf, content)
    for (const key of ['Filter', 'Length']) entries.delete(key)
    if (mode !== 'full') grayGroup(entries)
    if (usesRed && owner === content) addSpace(entries, space)
    changes.changed.set(content, compressedText(entries, changed))
    if (usesRed && owner !== content) {
      const owned = dictionaryFrom(changes.changed.get(owner) ?? objectAt(pdf, owner))
      changes.changed.set(owner, dictionaryOf(addSpace(owned, space)))
    }
  }
  for (const number of shadingPatterns(pdf)) {
    const options = { red: space, changes }
    const body = recolouredShading(pdf, dictionaryAt(pdf, number), mode, options)
    if (body !== undefined) changes.changed.set(number, body)
  }
  for (const [number, bodyWith] of pictures) changes.changed.set(number, bodyWith(space))
  if ([...changes.changed.values()].some((body) => body.includes(space)))
    changes.changed.set(pdf.offsets.length, redSeparation)
  return rewrite(pdf, changes, identified(pdf))
}

/**
 * Gives a group that is a mask one ink to compute in. The browser names a colour space only for
 * groups whose lightness masks something (ISO 32000-1, 11.5.3).
 */
function grayGroup(entries: Dictionary): void {
  const group = dictionaryOr(entries.get('Group'))
  if (group.get('CS') !== '/DeviceRGB') return
  entries.set('Group', dictionaryOf(group.set('CS', '/DeviceGray')))
}

function addSpace(entries: Dictionary, space: string): Dictionary {
  const resources = dictionaryOr(entries.get('Resources'))
  const spaces = dictionaryOr(resources.get('ColorSpace')).set(redSpace, space)
  return entries.set('Resources', dictionaryOf(resources.set('ColorSpace', dictionaryOf(spaces))))
}

const shadingPatterns = (pdf: Pdf): number[] =>
  [...objects(pdf)].flatMap(([number, source]) =>
    source.includes('/PatternType 2\n') ? [number] : [],
  )
