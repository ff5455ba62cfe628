import type { Article } from '../model/article.js'
import { compareDays } from '../text/numerals.js'

/**
 * Compares two articles of a section by `order`; those without it come last. Stable sort keeps ties
 * in place.
 */
export function byOrder(a: Article, b: Article): number {
  const [left, right] = [a.fields.order ?? Infinity, b.fields.order ?? Infinity]
  return left === right ? 0 : left - right
}

/**
 * Compares two articles of a briefs section by `order`, then by date; those without a date come
 * last.
 */
export const byOrderAndDate = (a: Article, b: Article): number => byOrder(a, b) || byDate(a, b)

function byDate({ fields: { date: a } }: Article, { fields: { date: b } }: Article): number {
  if (a && b) return compareDays(a, b)
  return Number(a === undefined) - Number(b === undefined)
}
