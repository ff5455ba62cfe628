import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameBlock } from '../../src/preview-page/same-block.js'

/** Blocks of a file, one for each text, one line apart. */
const blocks = (texts: string, file = '1.md') =>
  [...texts].map((text, index) => ({ file, text, line: index + 1 }))
/** The text of the block that `wanted`, an index in `before`, has become. */
const found = (before: string, wanted: number, after: string) => {
  const index = sameBlock(blocks(before), wanted, blocks(after))
  return index === undefined ? undefined : `${index}${after[index]}`
}

describe('the paragraph in the middle of the window is', () => {
  it.each([
    ['the same after paragraphs before it', '甲乙丙', 2, '子丑甲乙丙', '4丙'],
    ['the same after one before it is gone', '甲乙丙', 2, '乙丙', '1丙'],
    ['the one in the same place when its text changed', '甲乙丙', 1, '甲改丙', '1改'],
    ['the changed one after an insertion', '甲乙丙', 1, '子甲改丙', '2改'],
    ['a neighbour when it is gone', '甲乙丙', 1, '甲丙', '1丙'],
    ['the second of equal ones', '甲乙甲', 2, '子甲乙甲', '3甲'],
    ['the last of equal ones, one more before', '甲乙甲', 2, '甲甲乙甲', '3甲'],
    ['the first of its file when all is new', '甲乙', 1, '子丑', '0子'],
  ])('%s', (_, before, at, after, expected) => {
    expect(found(before, at, after)).toBe(expected)
  })

  it('unknown when its file is gone', () => {
    expect(sameBlock(blocks('甲'), 0, blocks('甲', '2.md'))).toBeUndefined()
  })

  it('never in another file, whatever is inserted or removed', () => {
    const some = fc.array(
      fc.record({
        file: fc.constantFrom('1.md', '2.md'),
        text: fc.constantFrom('甲', '乙', '丙', '丁'),
        line: fc.constant(1),
      }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(some, some, fc.nat(), (before, after, seed) => {
        const at = seed % before.length
        const index = sameBlock(before, at, after)
        const file = before[at]?.file
        if (index === undefined) expect(after.some((one) => one.file === file)).toBe(false)
        else expect(after[index]?.file).toBe(file)
      }),
    )
  })

  it('the very same one after any insertion of other text', () => {
    const texts = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(texts, fc.array(fc.nat()), fc.nat(), (numbers, places, seed) => {
        const before = numbers.map((number) => ({ file: '1.md', text: `${number}`, line: 1 }))
        const after = [...before]
        for (const [index, place] of places.entries())
          after.splice(place % (after.length + 1), 0, { file: '1.md', text: `新${index}`, line: 1 })
        const at = seed % before.length
        expect(after[sameBlock(before, at, after) ?? -1]).toBe(before[at])
      }),
    )
  })
})
