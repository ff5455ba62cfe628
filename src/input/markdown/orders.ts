import { nearest } from '../../text/nearest.js'

/** What a comment can ask for, as a class of ours. */
export type Order = 'page-break' | 'landscape-start' | 'landscape-end'

/** By its words, without blanks, hyphens and a backslash before them; the first of each kind is the one to advise. */
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

/** What the words of a comment ask for; undefined for the editor's own. */
export const orderOf = (words: string): Order | undefined => orders.get(key(words))

/** The order that was misspelt in a comment (pagebrake). A short word, and any of Han characters, is near to many. */
export function nearOrder(words: string): string | undefined {
  const typed = key(words)
  return /^[a-z/]{7,12}$/.test(typed) ? nearest(typed, orders.keys()) : undefined
}
