import type { BookletOptions, Sheet, SheetPage } from '../../model/print.js'
import type { SheetSide } from '../../pdf/press/index.js'

/** Pages on a sheet that is folded once: two on each side. */
const PAGES_OF_SHEET = 4

/**
 * Returns the sheets of a booklet, from the outermost of the first signature on. Blank pages fill
 * the last sheet; they come before the last page, which is the back cover.
 *
 * The sheets of a signature lie in one another: each is pushed out by the thickness of those around
 * it, and is trimmed as much. Its pages are moved towards the fold by the same (creep).
 */
export function bookletSheets(
  pages: number,
  { signature, thickness }: Pick<BookletOptions, 'signature' | 'thickness'>,
): Sheet[] {
  const sequence = padded(pages)
  const length = signature ?? sequence.length
  const sheets: Sheet[] = []
  for (let first = 0; first < sequence.length; first += length)
    sheets.push(...sheetsOf(sequence.slice(first, first + length), 1 + first / length, thickness))
  return sheets
}

function padded(pages: number): SheetPage[] {
  const blanks = blankPages(pages)
  const all: SheetPage[] = Array.from({ length: pages }, (_, index) => index + 1)
  // A single page is the front.
  all.splice(Math.max(1, pages - 1), 0, ...Array<SheetPage>(blanks).fill(undefined))
  return all
}

/** Returns how many blank pages complete the last sheet. */
export const blankPages = (pages: number): number =>
  (PAGES_OF_SHEET - (pages % PAGES_OF_SHEET)) % PAGES_OF_SHEET

const sheetsOf = (pages: readonly SheetPage[], signature: number, thickness: number): Sheet[] =>
  Array.from({ length: pages.length / PAGES_OF_SHEET }, (_, index) => {
    const [low, high] = [2 * index, pages.length - 1 - 2 * index]
    return {
      signature,
      number: index + 1,
      front: [pages[high], pages[low]],
      back: [pages[low + 1], pages[high - 1]],
      creep: Math.round(index * thickness * 1000) / 1000,
    }
  })

/** Returns the sides in the order in which a two-sided printer takes them. */
export const sidesOf = (sheets: readonly Sheet[]): SheetSide[] =>
  sheets.flatMap(({ front, back, creep }) =>
    [front, back].map(([left, right]) => ({ left, right, creep })),
  )
