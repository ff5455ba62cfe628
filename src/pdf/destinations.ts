import { catalogueNumber, dictionaryAt, type Pdf, pageNumbers } from './document.js'
import { arrayFrom, referenceFrom, unexpected } from './syntax.js'
import { nameFrom } from './text.js'

/**
 * Returns the page, from 1, on which each element with an id begins. Chromium writes a destination
 * only for ids to which a link in the document points.
 *
 * @throws Error if a destination is not on a page.
 */
export function destinations(pdf: Pdf): Map<string, number> {
  const named = dictionaryAt(pdf, catalogueNumber(pdf)).get('Dests')
  if (named === undefined) return new Map()
  const pages = pageNumbers(pdf)
  return new Map(
    [...dictionaryAt(pdf, referenceFrom(named))].map(([name, place]) => [
      idFrom(name),
      pageOf(place, pages),
    ]),
  )
}

/** Returns the number of pages. */
export const pageCount = (pdf: Pdf): number => pageNumbers(pdf).size

/**
 * Returns the page, from 1, of a destination (`[12 0 R /XYZ 0 700 0]`).
 *
 * @throws Error if the destination is not on a page.
 */
export function pageOf(place: string, pages: ReadonlyMap<number, number>): number {
  const page = pages.get(referenceFrom(arrayFrom(place)[0]))
  if (page === undefined) throw unexpected(`“${place.slice(0, 40)}”指的不是一页`)
  return page
}

// Chromium percent-encodes non-ASCII ids (UTF-8) in links, and uses the encoded form as the
// destination's name.
function idFrom(name: string): string {
  const spelt = nameFrom(name)
  try {
    return decodeURIComponent(spelt)
  } catch {
    return spelt
  }
}
