import type { Root } from 'mdast'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import { pointOf, walk } from '../../text/markdown-tree.js'
import type { Problem } from './context.js'

/** The fence at the beginning or end of code, and the text after it. */
const fence = /^[\s>]*(`{3,}|~{3,})[ \t]*([^\r\n]*)$/

/**
 * Reports code without a closing fence: Markdown reads the rest of the text as code, or the text up
 * to the fence of the next code.
 */
export function unclosedCode(body: Root, source: string): { at: Point; problem: Problem }[] {
  const found: { at: Point; problem: Problem }[] = []
  for (const node of walk(body)) {
    if (node.type !== 'code' || !node.position) continue
    const { start, end } = node.position
    const lines = source.slice(start.offset, end.offset).split(/\r\n|\r|\n/)
    const [, mark, language = ''] = fence.exec(lines[0] ?? '') ?? []
    if (mark === undefined) continue
    const inside = lines.slice(1, -1)
    const last = lines.length > 1 ? (lines.at(-1) ?? '') : ''
    if (ends(last, mark) && !inside.some((line) => isOpeningFence(line, mark))) continue
    found.push({ at: pointOf(node), problem: open(mark, language) })
  }
  return found
}

function ends(line: string, mark: string): boolean {
  const [, end = '', rest] = fence.exec(line) ?? []
  return rest === '' && end.startsWith(mark)
}

/** Whether a line within code is the opening fence of another code block: \`\`\`js. */
function isOpeningFence(line: string, mark: string): boolean {
  const [, inner = '', rest = ''] = fence.exec(line) ?? []
  return inner === mark && /^[\w+#.-]+$/.test(rest.trim())
}

const open = (mark: string, language: string): Problem => ({
  rule: 'code-open',
  message: `代码块“${excerpt(mark + language)}”没有收尾，它后面的内容会当成代码。`,
  hint: `在代码的最后另起一行写${mark.length > 20 ? '同样长的一行' : ` ${mark}`}；不是代码就删掉这一行。`,
})
