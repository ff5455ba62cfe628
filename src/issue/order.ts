import type { Article } from '../model/article.js'
import { compareDays } from '../text/numerals.js'

/** Within a section: `order` first; without one, after those with. Articles that tie stay as they are. */
export function byOrder(a: Article, b: Article): number {
  const [left, right] = [a.fields.order ?? Infinity, b.fields.order ?? Infinity]
  return left === right ? 0 : left - right
}

/** Briefs: `order`, then the date; without one, last. Articles that tie stay as they are. */
export const byOrderAndDate = (a: Article, b: Article): number => byOrder(a, b) || byDate(a, b)

function byDate({ fields: { date: a } }: Article, { fields: { date: b } }: Article): number {
  if (a && b) return compareDays(a, b)
  return Number(a === undefined) - Number(b === undefined)
}
