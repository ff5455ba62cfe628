import type { Day } from '../../../model/settings.js'
import { dayFrom, isoDay, likelyDay, looksLikeDay } from '../../../text/day.js'
import { excerpt } from '../../../text/excerpt.js'
import type { Read } from '../value.js'
import { bad, good } from '../value.js'
import { asWritten, sourceOf } from './text.js'

/** A date or a month. */
export const day: Read<Day> = (given) => {
  const { key, label } = given
  const written = asWritten(given.node)?.trim().normalize('NFKC')
  const value = written === undefined ? undefined : dayFrom(written)
  if (value !== undefined) return good(value)
  const meant = written === undefined ? undefined : likelyDay(written)
  const fix = `写成 ${key}: ${meant === undefined ? '2021-06-28' : isoDay(meant)}。`
  const wrong = written !== undefined && looksLikeDay(written) ? '不存在' : '读不懂'
  return bad(given, `${label}“${excerpt(written ?? sourceOf(given))}”${wrong}。`, fix)
}
