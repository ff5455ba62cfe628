import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byPinyin, type NameKind } from '../../src/text/pinyin-order.js'

const sorted = (names: readonly string[], kind: NameKind = 'person') =>
  byPinyin(names, (name) => name, kind).map(({ letter, item }) => `${letter} ${item}`)

describe('names by pinyin', () => {
  it('compares character by character: letters, then tone', () => {
    expect(sorted(['陈思', '程砚', '陈安', '白露', '陈思远'])).toEqual([
      'B 白露',
      'C 陈安',
      'C 陈思',
      'C 陈思远',
      'C 程砚',
    ])
  })

  it('keeps equal family names together, also beside others of the same sound', () => {
    expect(
      sorted(['张丹', '章安', '张安', '章丹'])
        .map((one) => one.charAt(2))
        .join(''),
    ).toMatch(/^(张张章章|章章张张)$/)
  })

  it('reads family names as family names, and units as words', () => {
    expect(sorted(['单小田', '曾敏', '仇英', '覃小满'])).toEqual([
      'Q 覃小满',
      'Q 仇英',
      'S 单小田',
      'Z 曾敏',
    ])
    expect(sorted(['重庆路小学', '长安区文化馆', '曾经读书会'], 'unit')).toEqual([
      'C 曾经读书会',
      'C 长安区文化馆',
      'C 重庆路小学',
    ])
  })

  it('puts Latin names under their letter, marks aside, and the unreadable last', () => {
    expect(sorted(['𠮷野', 'Émile', '《通讯》编辑部', 'Anna', '123 组', 'abel'])).toEqual([
      'A abel',
      'A Anna',
      'E Émile',
      'T 《通讯》编辑部',
      '# 123 组',
      '# 𠮷野',
    ])
  })

  it('does not depend on the order given, and keeps every name', () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'陈单曾思砚白露𠮷a《é3·'), minLength: 1, maxLength: 4 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 20 }), (names) => {
        const once = byPinyin(names, (one) => one, 'person')
        const again = byPinyin(names.toReversed(), (one) => one, 'person')
        expect(again).toEqual(once)
        expect(once.map(({ item }) => item).toSorted()).toEqual(names.toSorted())
        const letters = once.map(({ letter }) => letter)
        const runs = letters.filter((letter, index) => letter !== letters[index - 1])
        expect(runs).toEqual([...new Set(letters)])
      }),
    )
  })
})
