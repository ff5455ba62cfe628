import type { Day } from '../model/settings.js'
import { hanValue } from './numerals.js'

/**
 * The shapes a date may have in a source, of which there is no other reading: `2021-06-28`, `2021.6.28`,
 * `2021/6/28`, `20210628`, `2021年6月28日`, `二〇二一年六月二十八日`; all but the fourth without the day
 * as well.
 */
const SHAPES = [
  /^([1-9]\d{3})\s*([-–—./·])\s*(?<month>\d{1,2})(?:\s*\2\s*(?<day>\d{1,2}))?$/,
  /^([1-9]\d{3})(?<month>\d{2})(?<day>\d{2})$/,
  /^([1-9]\d{3}|[一二][〇○零O0一二三四五六七八九]{3})\s*年\s*(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:\s*(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号])?$/,
]

/** The day or month that a text names; undefined when it is not written as one or does not exist. */
export function dayFrom(text: string): Day | undefined {
  const day = writtenDay(text)
  return day && !missingDay(day) ? day : undefined
}

/** The same, whether it exists or not: 30 February. */
export function writtenDay(text: string): Day | undefined {
  for (const shape of SHAPES) {
    const match = shape.exec(text)
    if (match) return dayOf(match[1], match.groups?.month, match.groups?.day)
  }
  return undefined
}

/** Why there is no such day, in Chinese; undefined when there is one. */
export function missingDay({ year, month, day }: Day): string | undefined {
  if (month < 1 || month > 12) return `没有 ${month} 月`
  if (day === undefined) return undefined
  const last = daysIn(year, month)
  return day >= 1 && day <= last ? undefined : `${year} 年 ${month} 月只有 ${last} 天`
}

/** A day as `dayFrom` reads it back: `2021-06-28`, or `2021-06` for a month. */
export function isoDay({ year, month, day }: Day): string {
  const parts = day === undefined ? [month] : [month, day]
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-')
}

/**
 * The day that a text with other words or marks in it most likely means, for a message that says what to
 * type: `2021-6.28`, `28/6/2021`, `2021年6月28日（星期一）`. Undefined when there is no such day, or two
 * readings: nobody is to print a guess.
 */
export function likelyDay(text: string): Day | undefined {
  const inOrder = /(?<!\d)([1-9]\d{3})\D{1,3}(\d{1,2})(?:\D{1,3}(\d{1,2}))?(?!\d)/.exec(text)
  const turned = /(?<!\d)(\d{1,2})\D(\d{1,2})\D([1-9]\d{3})(?!\d)/.exec(text)
  const found = inOrder
    ? [dayOf(inOrder[1], inOrder[2], inOrder[3])]
    : turned
      ? [dayOf(turned[3], turned[1], turned[2]), dayOf(turned[3], turned[2], turned[1])]
      : []
  const real = found.filter((day) => !missingDay(day))
  const [only, other] = new Set(real.map(isoDay))
  return only !== undefined && other === undefined ? real[0] : undefined
}

const dayOf = (year = '', month = '', day?: string): Day => ({
  year: inFigures(year),
  month: inFigures(month),
  ...(day === undefined ? {} : { day: inFigures(day) }),
})

/** A year's nought is written in many ways. */
const inFigures = (digits: string): number =>
  /^\d+$/.test(digits) ? Number(digits) : (hanValue(digits.replace(/[○零O0]/g, '〇')) ?? 0)

/** Day 0 of the next month is the last of this one; UTC, so that no time zone moves it. */
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
