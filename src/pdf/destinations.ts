import { catalogueNumber, dictionaryAt, type Pdf, pageNumbers } from './document.js'
import { arrayFrom, referenceFrom, unexpected } from './syntax.js'
import { nameFrom } from './text.js'

/**
 * The page, from 1, on which each element with an id begins. Chromium names only the ids that a
 * link in the document points at.
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

/** How many pages there are. */
export const pageCount = (pdf: Pdf): number => pageNumbers(pdf).size

/** The page, from 1, that a destination (`[12 0 R /XYZ 0 700 0]`) lies on. */
export function pageOf(place: string, pages: ReadonlyMap<number, number>): number {
  const page = pages.get(referenceFrom(arrayFrom(place)[0]))
  if (page === undefined) throw unexpected(`“${place.slice(0, 40)}”指的不是一页`)
  return page
}

// A link spells an id that is not ASCII in percent-encoded UTF-8, and the name follows the link.
function idFrom(name: string): string {
  const spelt = nameFrom(name)
  try {
    return decodeURIComponent(spelt)
  } catch {
    return spelt
  }
}
