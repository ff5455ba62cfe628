import type { Root } from 'mdast'
import type { Point } from '../../model/place.js'
import { walk } from '../../text/markdown-tree.js'
import type { Problem } from './context.js'

/** Finds comments that begin within a text and have no end: Markdown reads them as text. */
export function openComments(body: Root, source: string): { at: Point; problem: Problem }[] {
  const found: { at: Point; problem: Problem }[] = []
  for (const node of walk(body)) {
    const { start, end } = node.position ?? {}
    if (node.type !== 'text' || start?.offset === undefined || !node.value.includes('<!--'))
      continue
    const written = source.slice(start.offset, end?.offset)
    const index = written.search(/(?<!\\)<!--/)
    if (index < 0) continue
    const before = written.slice(0, index).split(/\r\n|\r|\n/)
    const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? start.column : 1)
    found.push({ at: { line: start.line + before.length - 1, column }, problem })
  }
  return found
}

const problem: Problem = {
  rule: 'comment-open',
  message: '注释“<!--”没有收尾，它和后面的文字都会印出来。',
  hint: '在注释的末尾写 -->；要印出这个符号，写成 \\<!--。',
}
