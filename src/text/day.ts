import type { Day } from '../model/settings.js'
import { hanValue } from './numerals.js'

/**
 * Date formats with only one interpretation: `2021-06-28`, `2021.6.28`, `2021/6/28`, `20210628`,
 * `2021年6月28日`, `二〇二一年六月二十八日`. All but the fourth also match without the day.
 */
const SHAPES = [
  /^([1-9]\d{3})\s*([-–—./·])\s*(?<month>\d{1,2})(?:\s*\2\s*(?<day>\d{1,2}))?$/,
  /^([1-9]\d{3})(?<month>\d{2})(?<day>\d{2})$/,
  /^([1-9]\d{3}|[一二][〇○零O0一二三四五六七八九]{3})\s*年\s*(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:\s*(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号])?$/,
]

/**
 * Parses a date or month. Returns undefined if the format is unknown or the date does not exist.
 */
export function dayFrom(text: string): Day | undefined {
  const day = writtenDay(text)
  return day && !missingDay(day) ? day : undefined
}

/** Like `dayFrom`, but also returns dates that do not exist, such as 30 February. */
export function writtenDay(text: string): Day | undefined {
  for (const shape of SHAPES) {
    const match = shape.exec(text)
    if (match) return dayOf(match[1], match.groups?.month, match.groups?.day)
  }
  return undefined
}

/** Returns the reason, in Chinese, why a date does not exist; undefined if it exists. */
export function missingDay({ year, month, day }: Day): string | undefined {
  if (month < 1 || month > 12) return `没有 ${month} 月`
  if (day === undefined) return undefined
  const last = daysIn(year, month)
  return day >= 1 && day <= last ? undefined : `${year} 年 ${month} 月只有 ${last} 天`
}

/** Formats a date so that `dayFrom` parses it: `2021-06-28`, or `2021-06` for a month. */
export function isoDay({ year, month, day }: Day): string {
  const parts = day === undefined ? [month] : [month, day]
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-')
}

/**
 * Returns the date that a text in an unknown format most likely means, for the hint of a message:
 * `2021-6.28`, `28/6/2021`, `2021年6月28日（星期一）`. Undefined if the date does not exist or has two
 * interpretations. Do not print the result, since it is a guess.
 */
export function likelyDay(text: string): Day | undefined {
  const yearFirst = /(?<!\d)([1-9]\d{3})\D{1,3}(\d{1,2})(?:\D{1,3}(\d{1,2}))?(?!\d)/.exec(text)
  const dayFirst = /(?<!\d)(\d{1,2})\D(\d{1,2})\D([1-9]\d{3})(?!\d)/.exec(text)
  const found = yearFirst
    ? [dayOf(yearFirst[1], yearFirst[2], yearFirst[3])]
    : dayFirst
      ? [dayOf(dayFirst[3], dayFirst[1], dayFirst[2]), dayOf(dayFirst[3], dayFirst[2], dayFirst[1])]
      : []
  const real = found.filter((day) => !missingDay(day))
  const [only, other] = new Set(real.map(isoDay))
  return only !== undefined && other === undefined ? real[0] : undefined
}

const dayOf = (year = '', month = '', day?: string): Day => ({
  year: numberFrom(year),
  month: numberFrom(month),
  ...(day === undefined ? {} : { day: numberFrom(day) }),
})

/** The zero of a year is written with several characters. */
const numberFrom = (digits: string): number =>
  /^\d+$/.test(digits) ? Number(digits) : (hanValue(digits.replace(/[○零O0]/g, '〇')) ?? 0)

/** Day 0 of the next month is the last day of this one. UTC avoids time zone shifts. */
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
