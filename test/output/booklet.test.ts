import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sheet, SheetPage } from '../../src/model/print.js'
import { blankPages, bookletSheets } from '../../src/output/print/booklet.js'

/** The pages of a folded signature, from its first to its last. */
const folded = (sheets: readonly Sheet[]): SheetPage[] => [
  ...sheets.flatMap(({ front, back }) => [front[1], back[0]]),
  ...sheets.toReversed().flatMap(({ front, back }) => [back[1], front[0]]),
]

describe('sheets of a booklet', () => {
  it('four pages are one sheet, eight are two, the second inside the first', () => {
    expect(bookletSheets(4, { thickness: 0 })).toMatchObject([{ front: [4, 1], back: [2, 3] }])
    expect(bookletSheets(8, { thickness: 0.1 })).toMatchObject([
      { front: [8, 1], back: [2, 7], creep: 0 },
      { front: [6, 3], back: [4, 5], creep: 0.1 },
    ])
  })

  it('blanks come before the back cover, so the last page stays outside', () => {
    expect(bookletSheets(6, { thickness: 0 })).toMatchObject([
      { front: [6, 1], back: [2, undefined] },
      { front: [undefined, 3], back: [4, 5] },
    ])
    expect(bookletSheets(1, { thickness: 0 })).toMatchObject([{ front: [undefined, 1] }])
  })

  it('signatures lie one after another, each with its own creep', () => {
    const sheets = bookletSheets(40, { thickness: 0.1, signature: 16 })
    expect(sheets.map(({ signature, number, creep }) => [signature, number, creep])).toEqual([
      [1, 1, 0],
      [1, 2, 0.1],
      [1, 3, 0.2],
      [1, 4, 0.3],
      [2, 1, 0],
      [2, 2, 0.1],
      [2, 3, 0.2],
      [2, 4, 0.3],
      [3, 1, 0],
      [3, 2, 0.1],
    ])
  })

  it('folded and laid together, the pages are in order, whatever their number', () => {
    const options = fc.record({
      pages: fc.integer({ min: 1, max: 300 }),
      signature: fc.option(fc.constantFrom(4, 8, 16, 32), { nil: undefined }),
    })
    fc.assert(
      fc.property(options, ({ pages, signature }) => {
        const sheets = bookletSheets(pages, {
          thickness: 0,
          ...(signature !== undefined && { signature }),
        })
        const numbers = [...new Set(sheets.map((sheet) => sheet.signature))]
        const signatures = numbers.map((number) =>
          sheets.filter((sheet) => sheet.signature === number),
        )
        const read = signatures.flatMap(folded)
        expect(read).toHaveLength(pages + blankPages(pages))
        expect(read.filter((page) => page !== undefined)).toEqual(
          Array.from({ length: pages }, (_, index) => index + 1),
        )
        if (pages > 1) expect(read.at(-1)).toBe(pages)
      }),
    )
  })
})
