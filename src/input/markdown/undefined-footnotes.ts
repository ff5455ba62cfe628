import type { Root } from 'mdast'
import type { Point } from '../../model/place.js'
import { walk } from '../../text/markdown-tree.js'
import type { Problem } from './context.js'

/**
 * Reports footnote marks without a definition: the parser reads them as text, and they would print
 * as `[^1]`.
 */
export function undefinedNotes(body: Root, source: string): { at: Point; problem: Problem }[] {
  const found: { at: Point; problem: Problem }[] = []
  for (const node of walk(body)) {
    const { start, end } = node.position ?? {}
    if (node.type !== 'text' || start?.offset === undefined) continue
    const written = source.slice(start.offset, end?.offset)
    for (const { 0: mark, index } of written.matchAll(/(?<!\\)\[\^[^\]\s]+\]/g)) {
      const before = written.slice(0, index).split(/\r\n|\r|\n/)
      const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? start.column : 1)
      found.push({
        at: { line: start.line + before.length - 1, column },
        problem: {
          rule: 'footnote-undefined',
          message: `正文里有“${mark}”，但没有这条脚注。`,
          hint: `在文末另起一段写 ${mark}: 脚注的内容；不是脚注就写成 \\${mark}。`,
        },
      })
    }
  }
  return found
}
