import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inkOf } from '../../src/pdf/content/inks.js'
import { operationsOf } from '../../src/pdf/content/operations.js'
import { recolour } from '../../src/pdf/content/recolour.js'
import { withoutStructure } from '../../src/pdf/content/structure-marks.js'
import { inOneInk } from '../../src/pdf/press/one-ink.js'

describe('colours of a content stream', () => {
  it.each([
    ['black', 'full', '0 0 0 RG 0 0 0 rg', '0 G 0 g'],
    ['gray', 'full', '.2 .2 .2 rg', '0.2 g'],
    ['a colour', 'full', '.902 0 .0706 rg', '.902 0 .0706 rg'],
    ['a colour', 'gray', '.902 0 .0706 rg', '0.2784 g'],
    ['red', 'red', '.902 0 .0706 rg 1 0 0 RG', '/InkRed cs 1 scn /InkRed CS 1 SCN'],
    ['a tint of red', 'red', '1 .8 .8 rg', '/InkRed cs 0.2 scn'],
    ['blue', 'red', '0 0 1 rg', '0.11 g'],
    ['white', 'red', '1 1 1 rg', '1 g'],
  ] as const)('%s, in mode %s: %s', (_, mode, content, changed) => {
    expect(recolour(content, mode).content).toBe(changed)
  })

  it('text, marks and names that look like colours stay', () => {
    const content = '/P <</MCID 0>> BDC (0 0 0 rg \\) ) Tj <30203020> Tj /rg gs\nEMC'
    expect(recolour(content, 'gray').content).toBe(content)
  })

  it('nothing is left that a press would print in four inks', () => {
    const amount = fc.integer({ min: 0, max: 255 }).map((value) => String(value / 255))
    const operation = fc.oneof(
      fc
        .tuple(amount, fc.constantFrom('rg', 'RG'))
        .map(([one, op]) => `${one} ${one} ${one} ${op}`),
      fc
        .tuple(amount, amount, amount, fc.constantFrom('rg', 'RG'))
        .map((operands) => operands.join(' ')),
      fc.constantFrom('(a\\)b) Tj', 'q', 'Q', '1 0 0 1 3 4 cm', '[(x) 3] TJ', '/G3 gs', 'f*'),
    )
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        const { content } = recolour(operations.join('\n'), 'full')
        const changed = [...operationsOf(content)]
        expect(changed).toHaveLength(operations.length)
        for (const { operator, operands } of changed)
          if (operator.toLowerCase() === 'rg') expect(new Set(operands).size).toBeGreaterThan(1)
        const colours = new Set(['rg', 'RG', 'g', 'G'])
        const others = (all: typeof changed) =>
          all.filter(({ operator }) => !colours.has(operator)).map(({ operands }) => operands)
        expect(others(changed)).toEqual(others([...operationsOf(operations.join('\n'))]))
      }),
    )
  })

  it('one ink never sets another: every colour becomes black or, in mode red, one red', () => {
    const part = fc.integer({ min: 0, max: 255 }).map((value) => value / 255)
    fc.assert(
      fc.property(part, part, part, (red, green, blue) => {
        expect(inkOf([red, green, blue], 'gray')?.name).toBe('black')
        const ink = inkOf([red, green, blue], 'red')
        expect(ink?.value).toBeGreaterThanOrEqual(0)
        expect(ink?.value).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })

  it('a browser’s content without spaces between names is read; inline images are refused', () => {
    const operations = [...operationsOf('/Pattern CS/Pattern cs/P19 SCN/P19 scn')]
    expect(operations.map(({ operator }) => operator)).toEqual(['CS', 'cs', 'SCN', 'scn'])
    expect(() => [...operationsOf('BI /W 1 ID x EI')]).toThrow('内嵌的图片')
  })

  it('a copy of a page has no marks of the structure', () => {
    expect(withoutStructure('/P <</MCID 3>> BDC (a) Tj EMC /Artifact BMC f EMC')).toBe(
      ' (a) Tj   f ',
    )
  })
})

describe('colours of a picture', () => {
  const pixels = (...all: [number, number, number][]) => Uint8Array.from(all.flat())

  it('a picture without hue becomes black, with hue it stays', () => {
    expect(inOneInk(pixels([9, 10, 9], [255, 255, 255]), 'full')).toMatchObject({ ink: 'black' })
    expect(inOneInk(pixels([9, 10, 9], [255, 0, 0]), 'full')).toBeUndefined()
  })

  it('a seal, red on white, becomes red ink; what is transparent does not count', () => {
    const seal = pixels([230, 0, 18], [255, 255, 255], [0, 0, 0])
    expect(inOneInk(seal, 'red', Uint8Array.of(255, 255, 0))).toEqual({
      ink: 'red',
      values: Uint8Array.of(255, 0, 0),
    })
    expect(inOneInk(seal, 'red')).toMatchObject({ ink: 'black' })
  })

  it('a photo becomes black in modes gray and red', () => {
    const photo = pixels([230, 0, 18], [0, 0, 255])
    for (const mode of ['gray', 'red'] as const)
      expect(inOneInk(photo, mode)).toEqual({ ink: 'black', values: Uint8Array.of(71, 28) })
  })
})
