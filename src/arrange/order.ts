import type { Article } from '../model.js'
import { compareDays } from './numerals.js'

const byNumbers = new Intl.Collator('zh-CN', { numeric: true })

/** File names with numbers as numbers; `01.md` and `1.md` compare equal there, hence the last term. */
export const comparePaths = (a: string, b: string): number =>
  byNumbers.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

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
