import { hanValue } from './numerals.js'

/** A date in a text; `index` is in UTF-16 units. `year` is missing if the text omits it. */
export interface WrittenDate {
  index: number
  text: string
  year?: number
  month: number
  day?: number
}

const arabic = /(?:(?<!\d)(\d{4})年)?(?<![\d.—～至])(\d{1,2})月(?:(\d{1,2})日?(?![\d.%％]))?/g
const han =
  /(?:([一二][一二三四五六七八九〇零○]{3})年)?([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)/gu

/**
 * Returns the dates of a text, in Arabic and Han numerals, in order. They may be invalid dates
 * (13月).
 */
export function datesIn({ text }: { text: string }): WrittenDate[] {
  if (!text.includes('月')) return []
  const found: WrittenDate[] = []
  for (const { 0: whole, 1: year, 2: month, 3: day, index } of text.matchAll(arabic)) {
    const isDay = day !== undefined && whole.endsWith('日')
    if (/^[度个龄]/.test(text.slice(index + whole.length)) && !isDay && year === undefined) continue
    found.push({
      index,
      text: isDay || day === undefined ? whole : whole.slice(0, -day.length),
      ...(year && { year: Number(year) }),
      month: Number(month),
      ...(isDay && { day: Number(day) }),
    })
  }
  for (const { 0: whole, 1: year, 2: month = '', 3: day = '', index } of text.matchAll(han)) {
    const [y, m, d] = [
      year ? hanValue(year.replace(/[零○]/g, '〇')) : undefined,
      hanValue(month),
      hanValue(day),
    ]
    if (m === undefined || d === undefined) continue
    found.push({ index, text: whole, ...(y && { year: y }), month: m, day: d })
  }
  return found.toSorted((a, b) => a.index - b.index)
}

/** Returns the number of days in a month. Without a year, February has 29. */
export const daysIn = (month: number, year = 2000): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()
