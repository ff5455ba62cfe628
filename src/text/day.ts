import type { Day } from '../model/settings.js'

/** The shapes a date may have in a source: `2021-06-28`, `2021-06`, `2021年6月28日`, `2021年6月`. */
const SHAPES = [
  /^([1-9]\d{3})-(\d{1,2})(?:-(\d{1,2}))?$/,
  /^([1-9]\d{3})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?$/,
]

/** Whether a text is written as a date, real or not (`2021-02-30` is written as one). */
export const looksLikeDay = (text: string): boolean => SHAPES.some((shape) => shape.test(text))

/** The day or month that a text names; undefined when it is not written as one or does not exist. */
export function dayFrom(text: string): Day | undefined {
  for (const shape of SHAPES) {
    const match = shape.exec(text)
    if (match === null) continue
    const day = dayOf(match[1], match[2], match[3])
    return exists(day) ? day : undefined
  }
  return undefined
}

/** A day as `dayFrom` reads it back: `2021-06-28`, or `2021-06` for a month. */
export function isoDay({ year, month, day }: Day): string {
  const parts = day === undefined ? [month] : [month, day]
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-')
}

/**
 * The real day that a misspelt one most likely means, for a message that says what to type:
 * `2021/6/28` and `2021.6.28` are 28 June, `2021-02-30` is the last day of February.
 */
export function likelyDay(text: string): Day | undefined {
  const match = /([1-9]\d{3})\D{1,3}(\d{1,2})(?:\D{1,3}(\d{1,2}))?(?!\d)/.exec(text)
  if (match === null) return undefined
  const { year, month, day } = dayOf(match[1], match[2], match[3])
  const realMonth = Math.min(Math.max(month, 1), 12)
  if (day === undefined) return { year, month: realMonth }
  return { year, month: realMonth, day: Math.min(Math.max(day, 1), daysIn(year, realMonth)) }
}

const dayOf = (year = '', month = '', day?: string): Day => ({
  year: Number(year),
  month: Number(month),
  ...(day === undefined ? {} : { day: Number(day) }),
})

const exists = ({ year, month, day = 1 }: Day) =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

/** Day 0 of the next month is the last of this one; UTC, so that no time zone moves it. */
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
