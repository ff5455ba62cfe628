import type { Pdf } from './document.js'
import { dictionaryAt } from './document.js'
import type { OutlineNode } from './outline.js'
import { dictionaryOf, unexpected } from './syntax.js'

/**
 * Returns new bodies, by object number, for the links to titles: each link gets the destination of
 * its title's bookmark. The URLs of these links are `origin`, `/#` and the id of a heading. `ids`
 * are in the order of `bookmarks`, '' for a bookmark without id.
 *
 * @throws Error if a link has no bookmark.
 */
export function titleLinks(
  pdf: Pdf,
  bookmarks: readonly OutlineNode[],
  { origin, ids }: { origin: string; ids: readonly string[] },
): [number: number, body: string][] {
  const places = new Map(ids.map((id, index) => [id, bookmarks[index]?.entries.get('Dest')]))
  const address = new RegExp(`/URI \\(${origin.replaceAll('.', '\\.')}/#([^()\\\\]+)\\)`, 'g')
  return [...pdf.text.matchAll(address)].map(({ 1: spelt = '', index }) => {
    const number = objectBefore(pdf.text, index)
    const link = dictionaryAt(pdf, number)
    const place = places.get(decodeURIComponent(spelt))
    if (place === undefined) throw unexpected(`没有书签对应“${spelt}”`)
    link.delete('A')
    return [number, dictionaryOf(link.set('Dest', place))]
  })
}

/** Returns the number of the object that contains an offset. */
function objectBefore(text: string, at: number): number {
  const start = text.lastIndexOf(' 0 obj\n', at)
  const number = /\d+$/.exec(text.slice(Math.max(0, start - 10), start))?.[0]
  if (number === undefined) throw unexpected('有一处链接不在对象里')
  return Number(number)
}
