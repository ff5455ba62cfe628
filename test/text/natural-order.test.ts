import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byPath, sortedByPath } from '../../src/text/natural-order.js'

/** Names of one row, in the order of their numbers. */
const rows: Record<string, string[]> = {
  digits: ['01-甲.md', '2-乙.md', '03-丙.md', '10-丁.md', '0011-戊.md'],
  'full-width digits': ['１、乙.md', '２、甲.md', '１０、丁.md'],
  'Han numerals': [
    ...[
      '一',
      '二',
      '三',
      '四',
      '五',
      '六',
      '七',
      '八',
      '九',
      '十',
      '十一',
      '十二',
      '二十',
      '二十一',
    ],
    ...['一百', '一百零一', '一百一十'],
  ].map((number) => `${number}、工作.md`),
  'Han numerals alone': ['一.md', '二.md', '九.md', '十.md', '十一.md'],
  'Han numerals in brackets': [
    '（一）丁.md',
    '（二）丙.md',
    '（九）乙.md',
    '（十）甲.md',
    '（十一）.md',
  ],
  'Han numerals in other brackets': ['(一)丁.md', '(九)丙.md', '(十)乙.md', '【十二】甲.md'],
  chapters: ['第一篇 丁.md', '第二篇.md', '第九章.md', '第十篇 甲.md', '第十一篇.md', '第12篇.md'],
  months: ['一月.md', '二月.md', '三月.md', '四至六月.md', '十月.md', '十二月.md'],
  'numerals of bills': ['壹、丁.md', '贰、丙.md', '叁、乙.md', '玖、.md', '拾、甲.md', '拾壹、.md'],
  'numbers in circles': ['①丁.md', '②丙.md', '⑨.md', '⑩乙.md', '⑳.md', '㉑甲.md'],
  'black circles': ['❶丁.md', '❾.md', '❿甲.md', '⓫.md'],
  'numbers with a full stop': ['1.丁.md', '2.丙.md', '10.1甲.md', '10.2.md', '10.乙.md'],
  'numbers in one character': ['⒈丁.md', '⒉.md', '⒑甲.md', '⑾.md', '⑿.md'],
  'Roman numerals': ['Ⅰ丁.md', 'Ⅱ.md', 'Ⅳ.md', 'Ⅴ.md', 'Ⅸ.md', 'Ⅹ甲.md', 'Ⅻ.md'],
  'small Roman numerals': ['ⅰ.md', 'ⅳ.md', 'ⅴ.md', 'ⅸ.md', 'ⅹ.md'],
  'a number after words': [
    '附件.md',
    '附件一.md',
    '附件2.md',
    '附件三.md',
    '附件10.md',
    '附件十一.md',
  ],
  'numbers of any kind': [
    '1-甲.md',
    '二、乙.md',
    '（三）丙.md',
    '④.md',
    'Ⅴ.md',
    '第六篇.md',
    '07.md',
  ],
  'numbers within numbers': ['1.md', '1-1.md', '1-2-甲.md', '1-10.md', '1-甲.md', '2.md'],
  'numbers before words': ['99.md', 'a.md', 'B.md', '三农工作.md', '安全.md'],
  days: ['2023年12月1日.md', '2024年2月3日.md', '2024年2月18日.md', '2024年11月1日.md'],
  'very long numbers': ['9007199254740993.md', '9007199254740994.md', '90071992547409930.md'],
  folders: ['1/2.md', '1/10.md', '二、专题/1.md', '十、专题/1.md', 'b.md'],
}

describe('files are ordered by', () => {
  it.each(Object.entries(rows))('%s', (_, names) => {
    expect(names.toReversed().sort(byPath)).toEqual(names)
    expect(sortedByPath(names.toReversed(), (name) => name)).toEqual(names)
  })
})

const name = fc.string({
  unit: fc.constantFrom(...'019一二十百第（）①⑩Ⅳ、.-/aBé甲月三农\u0000\u0001'),
  maxLength: 8,
})

it('orders any names, and two that differ never tie', () => {
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(byPath(a, b)) + Math.sign(byPath(b, a))).toBe(0)
      expect(byPath(a, b) === 0).toBe(a === b)
      if (byPath(a, b) <= 0 && byPath(b, c) <= 0) expect(byPath(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

it('gives the same order whatever order the names came in', () => {
  const shuffled = fc.uniqueArray(name).chain((names) => {
    const all = { minLength: names.length, maxLength: names.length }
    return fc.tuple(fc.constant(names), fc.shuffledSubarray(names, all))
  })
  fc.assert(
    fc.property(shuffled, ([names, others]) => {
      expect(others.toSorted(byPath)).toEqual(names.toSorted(byPath))
      expect(sortedByPath(others, (one) => one)).toEqual(names.toSorted(byPath))
    }),
  )
})
