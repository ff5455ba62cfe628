import type { Box } from './content/matrix.js'
import { catalogueNumber, dictionaryAt, type Pdf, pageNumbers } from './document.js'
import { arrayFrom, type Dictionary, dictionaryFrom, referenceFrom } from './syntax.js'

/** Returns the object numbers of a page's content streams, in order. */
export const contentsOf = (page: Dictionary): number[] => {
  const contents = page.get('Contents') ?? ''
  return (contents.startsWith('[') ? arrayFrom(contents) : [contents]).map(referenceFrom)
}

/** Returns the dictionaries of all pages, in order, with their object numbers. */
export const pagesOf = (pdf: Pdf): { number: number; entries: Dictionary }[] =>
  [...pageNumbers(pdf).keys()].map((number) => ({ number, entries: dictionaryAt(pdf, number) }))

/** Returns the dictionary that an entry contains, or an empty one. */
export const dictionaryOr = (source: string | undefined): Dictionary =>
  source === undefined ? new Map() : dictionaryFrom(source)

/** Returns the media box of a page. */
export const mediaBoxOf = (page: Dictionary): Box =>
  arrayFrom(page.get('MediaBox') ?? '').map(Number) as unknown as Box

/** Whether the pages carry a structure for screen readers. */
export const isTagged = (pdf: Pdf): boolean =>
  dictionaryAt(pdf, catalogueNumber(pdf)).has('StructTreeRoot')

/** Returns a box of a page; undefined if the page does not have it. */
export const boxAt = (page: Dictionary, key: string): Box | undefined => {
  const box = page.get(key)
  return box === undefined ? undefined : (arrayFrom(box).map(Number) as unknown as Box)
}
