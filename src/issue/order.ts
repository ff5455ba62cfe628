import type { Article } from '../model/model.js'
import { compareDays } from '../text/numerals.js'
import { isHan } from '../text/text.js'

let collator: Intl.Collator | undefined

/** File names with numbers as numbers; `01.md` and `1.md` compare equal there, hence the last term. */
export function comparePaths(a: string, b: string): number {
  const difference = compareNumbers(a, b)
  if (difference !== 0) return difference
  // Only now: to make one takes as long as to parse an article or two.
  collator ??= new Intl.Collator('zh-CN', { numeric: true })
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/**
 * By the number in which two names first differ, as in `07-a.md` and `12-b.md`; a number stands before
 * Chinese, as in `07-2-a.md` and `07-甲.md`. 0 where that does not tell.
 */
function compareNumbers(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  while (isDigit(a[at - 1])) at--
  const [left, right] = [a.slice(at), b.slice(at)]
  const [first, second] = [digitsOf(left), digitsOf(right)]
  if (first !== undefined && second !== undefined) return Number(first) - Number(second)
  if (first !== undefined && isHan(right)) return -1
  return second !== undefined && isHan(left) ? 1 : 0
}

const digitsOf = (name: string) => /^\d{1,15}(?!\d)/.exec(name)?.[0]
const isDigit = (character: string | undefined) => character !== undefined && /\d/.test(character)

/** Within a section: `order` first (without one: after those with), then the file name. */
export const byOrder = (a: Article, b: Article): number =>
  compareOrders(a, b) || comparePaths(a.path, b.path)

/** Briefs: `order`, then the date (without one: last), then the file name. */
export const byOrderAndDate = (a: Article, b: Article): number =>
  compareOrders(a, b) || compareDates(a, b) || comparePaths(a.path, b.path)

function compareOrders(a: Article, b: Article): number {
  const [left, right] = [a.fields.order ?? Infinity, b.fields.order ?? Infinity]
  return left === right ? 0 : left - right
}

function compareDates({ fields: { date: a } }: Article, { fields: { date: b } }: Article): number {
  if (a && b) return compareDays(a, b)
  return Number(a === undefined) - Number(b === undefined)
}
