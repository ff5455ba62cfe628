import { dictionaryAt, objectAt, type Pdf, pageNumbers } from '../document.js'
import { contentsOf, dictionaryOr } from '../pages.js'
import { dictionaryFrom, referenceFrom } from '../syntax.js'

/** A stream that paints, and the object whose resources it uses. */
export interface ContentStream {
  content: number
  owner: number
}

/** Yields every content stream: of pages, forms, tiles and drawn glyphs. */
export function* contentStreams(pdf: Pdf): Generator<ContentStream> {
  for (const owner of pageNumbers(pdf).keys())
    for (const content of contentsOf(dictionaryAt(pdf, owner))) yield { owner, content }
  for (const [number, source] of objects(pdf)) {
    if (source.includes('/Subtype /Form\n') || source.includes('/PatternType 1\n'))
      yield { owner: number, content: number }
    else if (source.includes('/Subtype /Type3\n')) {
      for (const glyph of dictionaryOr(dictionaryFrom(source).get('CharProcs')).values())
        yield { owner: number, content: referenceFrom(glyph) }
    }
  }
}

/** Yields every object with its source; of a stream, that of its dictionary. */
export function* objects(pdf: Pdf): Generator<[number: number, source: string]> {
  for (const [number, offset] of pdf.offsets.entries())
    if (offset !== undefined) yield [number, objectAt(pdf, number)]
}
