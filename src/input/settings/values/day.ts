import type { Day } from '../../../model/settings.js'
import { isoDay, likelyDay, missingDay, writtenDay } from '../../../text/day.js'
import { excerpt } from '../../../text/excerpt.js'
import type { Decoder } from '../value.js'
import { accepting, invalid, ok } from '../value.js'
import { asWritten, sourceOf } from './text.js'

/** The time of day that blogs write after a date: `10:00:00`, `T10:00:00+08:00`, `22:10 +0800`. */
const time =
  /(?<=^\d{4}(?:[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{4}))[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{3})?$/

/** A date, or a month without a day. A time after it is ignored. */
export const day: Decoder<Day> = accepting(
  { type: ['string', 'integer'], examples: ['2021-06-28', '2021年6月'] },
  (given) => {
    const { key, label } = given
    const written = asWritten(given.node)?.trim().normalize('NFKC') ?? ''
    const value = writtenDay(written.replace(time, ''))
    const missing = value && missingDay(value)
    if (value && missing === undefined) return ok(value)
    const shown = excerpt(written || sourceOf(given))
    if (missing) {
      const hint = `对一对原稿，改成真正的日期，写成 ${key}: 年-月-日。`
      return invalid(given, `${label}“${shown}”不存在：${missing}。`, hint)
    }
    const meant = likelyDay(written)
    const hint = meant
      ? `写成 ${key}: ${isoDay(meant)}。`
      : `写成“${key}: 年-月-日”，如 ${key}: 2021-06-28。`
    return invalid(given, `${label}“${shown}”读不懂。`, hint)
  },
)
