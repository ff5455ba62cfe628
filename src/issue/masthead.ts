import type { Kind } from '../model/issue.js'
import type { Day, Settings } from '../model/settings.js'
import { dayText, inNumerals } from '../text/numerals.js'

/** Templates that print only one number, 第19期 instead of 第3期（总第54期）. */
const withoutTotal: ReadonlySet<Kind> = new Set(['briefing', 'document'])

/**
 * Returns the issue line of the masthead: 第3期（总第54期）, 总第54期, 第19期. Undefined without a number. A
 * given `issueLine` is used unchanged.
 */
export function issueLineOf(
  settings: Settings,
  kind: Kind,
  total: number | undefined,
): string | undefined {
  if (settings.issueLine !== undefined) return settings.issueLine
  const numerals = settings.numerals ?? 'arabic'
  const number = settings.number === undefined ? '' : `第${inNumerals(settings.number, numerals)}期`
  if (total === undefined || (number && withoutTotal.has(kind))) {
    return number || undefined
  }
  const running = `总第${inNumerals(total, numerals)}期`
  return number ? `${number}（${running}）` : running
}

/**
 * Returns the total number: the setting, else that of a folder named exactly `issue-N`, with N of
 * up to four digits.
 */
export function totalOf(settings: Settings, folderName: string): number | undefined {
  if (settings.total === 'none') return undefined
  if (settings.total !== undefined) return settings.total
  const digits = /^issue-(\d{1,4})$/.exec(folderName)?.[1]
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits)
}

/** Returns the period (刊期) of the cover: the setting, else the month of the date. */
export function periodOf(settings: Settings, date: Day | undefined): string | undefined {
  if (settings.period !== undefined || date === undefined) return settings.period
  return dayText({ year: date.year, month: date.month }, settings.numerals)
}
