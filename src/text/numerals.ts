import type { Day } from '../model/settings.js'

/** Arabic digits or Han numerals. */
export type Numerals = 'arabic' | 'chinese'

const digits = '〇一二三四五六七八九'
const counted = '零一二三四五六七八九'
const units = ['', '十', '百', '千']

/**
 * Formats a count in Han numerals, 1–9999: 10 → 十, 101 → 一百零一 (GB/T 15835—2011, 5.2.5: 零 in
 * counts).
 */
export function hanCount(value: number): string {
  const places = [...String(value)].map(Number)
  const words = places.map((digit, index) =>
    digit === 0 ? '零' : `${counted[digit]}${units[places.length - 1 - index]}`,
  )
  return words
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?<=.)零$/, '')
    .replace(/^一十/, '十')
}

/** Formats a year digit by digit: 2022 → 二〇二二 (GB/T 15835—2011, 5.2.5: 〇 in such numbers). */
export const hanYear = (year: number): string =>
  [...String(year)].map((digit) => digits[Number(digit)]).join('')

/** Formats a number for the masthead. */
export const inNumerals = (value: number, numerals: Numerals): string =>
  numerals === 'chinese' ? hanCount(value) : String(value)

/**
 * Formats a date for print: 2021年6月28日, without leading zeros; a month without a day ends with 月.
 */
export function dayText({ year, month, day }: Day, numerals: Numerals = 'arabic'): string {
  const yearText = numerals === 'chinese' ? hanYear(year) : String(year)
  const dayPart = day === undefined ? '' : `${inNumerals(day, numerals)}日`
  return `${yearText}年${inNumerals(month, numerals)}月${dayPart}`
}

/** Compares two dates. A month without a day comes before the days of that month. */
export const compareDays = (a: Day, b: Day): number =>
  a.year - b.year || a.month - b.month || (a.day ?? 0) - (b.day ?? 0)

/**
 * Returns the value of a Han numeral up to 9999 (二十三, 一百零五, 十, 二〇二一); undefined if the text is not
 * one.
 */
export function hanValue(text: string): number | undefined {
  if (/^[〇○零一二三四五六七八九]{2,4}$/u.test(text)) {
    return Number([...text].map((one) => Math.max(0, digits.indexOf(one))).join(''))
  }
  const match =
    /^(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/u.exec(
      text,
    )
  if (!match || text === '') return undefined
  const [, thousands, hundreds, tens, ones] = match
  const value = (digit: string | undefined) => (digit ? digits.indexOf(digit) : 0)
  const ten = /十/.test(text) ? (tens ? value(tens) : 1) : 0
  return value(thousands) * 1000 + value(hundreds) * 100 + ten * 10 + value(ones)
}
