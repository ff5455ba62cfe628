import type { Root } from 'mdast'
import type { Point } from '../../model/place.js'
import { plainText, pointOf, walk } from '../../text/markdown-tree.js'
import type { Problem } from './context.js'

/** Page breaks of other programs, which are text here: `+++`, `{{< pagebreak >}}`. */
const foreignBreak = /^(?:\+{3,}|\{[{%][\s<%]*(?:page-?break|new-?page|分页符?)[\s>%]*[}%]\})$/iu

/** Reports paragraphs that are a page break in another program and print as typed here. */
export function foreignBreaks(body: Root): { at: Point; problem: Problem }[] {
  const found: { at: Point; problem: Problem }[] = []
  for (const node of walk(body)) {
    if (node.type !== 'paragraph') continue
    const text = plainText(node).trim()
    if (!foreignBreak.test(text)) continue
    found.push({
      at: pointOf(node),
      problem: {
        rule: 'page-break-foreign',
        message: `“${text}”照原样印出来了，不是分页。`,
        hint: '要从下一页开始，就把这一行改成 <!-- pagebreak -->；不要就删掉它。',
      },
    })
  }
  return found
}
