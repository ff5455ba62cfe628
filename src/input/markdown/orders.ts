import { nearest } from '../../text/nearest.js'

/** The layout orders that a comment can give, as class names. */
export type Order = 'page-break' | 'landscape-start' | 'landscape-end'

/**
 * Orders by their words, without blanks, hyphens and backslashes. Messages suggest the first of
 * each kind.
 */
const orders: ReadonlyMap<string, Order> = new Map([
  ['pagebreak', 'page-break'],
  ['newpage', 'page-break'],
  ['nextpage', 'page-break'],
  ['clearpage', 'page-break'],
  ['分页', 'page-break'],
  ['分頁', 'page-break'],
  ['分页符', 'page-break'],
  ['换页', 'page-break'],
  ['换页符', 'page-break'],
  ['另起一页', 'page-break'],
  ['landscape', 'landscape-start'],
  ['横排', 'landscape-start'],
  ['/landscape', 'landscape-end'],
  ['/横排', 'landscape-end'],
])

const key = (words: string): string => words.replace(/[\s\u3000_\\-]/gu, '').toLowerCase()

/** The order that a comment gives; undefined for an ordinary comment. */
export const orderOf = (words: string): Order | undefined => orders.get(key(words))

/**
 * The order that a comment misspells (pagebrake). Short words and Han words are excluded, because
 * they are similar to too many others.
 */
export function nearOrder(words: string): string | undefined {
  const typed = key(words)
  return /^[a-z/]{7,12}$/.test(typed) ? nearest(typed, orders.keys()) : undefined
}
