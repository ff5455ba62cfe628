import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareDays,
  dayText,
  hanCount,
  hanValue,
  hanYear,
  inNumerals,
} from '../../src/text/numerals.js'

describe('Han numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [54, '五十四'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [2000, '二千'],
    [9999, '九千九百九十九'],
  ])('count %d as %s', (value, text) => {
    expect(hanCount(value)).toBe(text)
  })

  it('are read back as the number that they count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(hanValue(hanCount(value))).toBe(value)
      }),
    )
  })

  it.each([
    ['二〇二一', 2021],
    ['二○二一', 2021],
    ['二零二一', 2021],
    ['十', 10],
    ['三十', 30],
    ['一百零五', 105],
    ['', undefined],
    ['百', undefined],
    ['三天', undefined],
    ['第三', undefined],
  ])('%s is read as %s', (text, value) => {
    expect(hanValue(text)).toBe(value)
  })

  it('write a year digit by digit', () => {
    expect(hanYear(2022)).toBe('二〇二二')
    expect(hanYear(1949)).toBe('一九四九')
  })

  it('stand in the masthead only where they are asked for', () => {
    expect(inNumerals(19, 'chinese')).toBe('十九')
    expect(inNumerals(19, 'arabic')).toBe('19')
  })
})

describe('dates', () => {
  it('print without leading zeros, a month with its 月', () => {
    expect(dayText({ year: 2021, month: 6, day: 8 })).toBe('2021年6月8日')
    expect(dayText({ year: 2021, month: 6 })).toBe('2021年6月')
    expect(dayText({ year: 2021, month: 12, day: 31 }, 'chinese')).toBe('二〇二一年十二月三十一日')
  })

  it('are ordered by year, month and day; a month before its days', () => {
    const days = [
      { year: 2020, month: 12, day: 31 },
      { year: 2021, month: 5, day: 30 },
      { year: 2021, month: 6 },
      { year: 2021, month: 6, day: 1 },
      { year: 2021, month: 6, day: 28 },
    ]
    expect([...days].reverse().sort(compareDays)).toEqual(days)
    expect(compareDays({ year: 2021, month: 6 }, { year: 2021, month: 6 })).toBe(0)
  })
})
