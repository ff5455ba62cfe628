import type { Html, Root } from 'mdast'
import type { Point } from '../../../model/place.js'
import { excerpt } from '../../../text/excerpt.js'
import { pointOf, walk } from '../../../text/markdown-tree.js'
import type { ParseContext } from '../context.js'
import { readComments } from './comment-text.js'
import { hidden } from './elements.js'

/** Instructions and declarations, which print nothing, with their end delimiters. */
const instructions = [
  { begins: '<![CDATA[', ends: ']]>' },
  { begins: '<?', ends: '?>' },
  { begins: '<!', ends: '>' },
] as const

/**
 * Reports HTML that is cut off within a tag (`<div align="center`) or an instruction (`<?xml`,
 * `<![CDATA[`): a browser would read to the end of the article and drop it. Also reports complete
 * instructions, because they print nothing. Returns the HTML nodes that are cut off.
 */
export function checkUnfinished(tree: Root, context: ParseContext): ReadonlySet<Html> {
  const cut = new Set<Html>()
  for (const node of walk(tree)) {
    if (node.type !== 'html') continue
    const { rest } = readComments(node.value)
    const text = rest.trimStart()
    const instruction = instructions.find(({ begins }) => text.startsWith(begins))
    if (instruction) reportInstruction(node, text.includes(instruction.ends), instruction, context)
    const index = instruction || hasHidden.test(rest) ? -1 : unfinishedTag(rest)
    if (index < 0) continue
    cut.add(node)
    reportTag(rest.slice(index), pointIn(node, index), context)
  }
  return cut
}

/** The content of a script is not HTML. */
const hasHidden = new RegExp(`<(?:${[...hidden].join('|')})(?=[\\s/>])`, 'i')

/**
 * The offset of a tag without `>`; -1 when there is none. One pass over the text, whatever it
 * contains.
 */
function unfinishedTag(html: string): number {
  let start = -1
  let quote = ''
  for (let index = 0; index < html.length; index++) {
    const sign = html.charAt(index)
    if (start < 0) {
      if (sign === '<' && /[a-z/]/i.test(html.charAt(index + 1))) start = index
    } else if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '>') start = -1
    else if ((sign === '"' || sign === "'") && html.charAt(index - 1) === '=') quote = sign
  }
  return start
}

/** The position of an offset in a node's text. */
export function pointIn(node: Html, index: number): Point {
  const { line, column } = pointOf(node)
  const before = node.value.slice(0, index).split(/\r\n|\r|\n/)
  const along = before.at(-1)?.length ?? 0
  return {
    line: line + before.length - 1,
    column: before.length === 1 ? column + along : along + 1,
  }
}

const reportTag = (tag: string, at: Point, context: ParseContext) =>
  context.error(at, {
    rule: 'html-open',
    message: `“${excerpt(tag)}”少了后面的 > 或引号，它后面的内容印不出来。`,
    hint: '补上 >；要印出 < 这个符号，写成 \\<。',
  })

function reportInstruction(
  node: Html,
  isWhole: boolean,
  { begins, ends }: (typeof instructions)[number],
  context: ParseContext,
): void {
  if (isWhole) {
    context.warn(node, {
      rule: 'html-element',
      message: `“${excerpt(node.value)}”印不出来，已去掉。`,
      hint: `删掉它；要印出 < 这个符号，写成 \\<。`,
    })
    return
  }
  context.error(node, {
    rule: 'html-open',
    message: `“${begins}”没有收尾，它后面的内容都印不出来。`,
    hint: `在末尾写 ${ends}；要印出 < 这个符号，写成 \\<。`,
  })
}
