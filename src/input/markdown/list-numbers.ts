import type { List, Root } from 'mdast'
import { visit } from 'unist-util-visit'

declare module 'mdast' {
  interface ListItemData {
    /** The number of a numbered list's item, and the mark after it, as typed. */
    typed?: { number: number; mark: '.' | ')' }
  }
}

/** Records the typed number of every item of numbered lists; the parser keeps only the first. */
export function noteTypedNumbers(tree: Root, source: string): void {
  visit(tree, 'list', (list: List) => {
    if (!list.ordered) return
    for (const item of list.children) {
      const start = item.position?.start.offset ?? source.length
      const [, digits, mark] = /^(\d{1,9})([.)])/.exec(source.slice(start, start + 10)) ?? []
      if (digits === undefined) continue
      item.data = {
        ...item.data,
        typed: { number: Number(digits), mark: mark === ')' ? ')' : '.' },
      }
    }
  })
}
