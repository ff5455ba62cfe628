import type { Nodes, Root } from 'mdast'
import type { Point } from '../../model/place.js'
import type { Problem } from './context.js'

/** The deepest nesting that is set, in nodes; more than ten times what print needs. */
const maxDepth = 100
/** The maximum number of `>` and list marks at the beginning of a line. */
const maxContainers = 40
/**
 * The maximum number of `*` `_` `~` `[` in a paragraph; the parser's time is quadratic in their
 * number.
 */
const maxMarks = 1000
/** The maximum length of a line, in UTF-16 units: ten times the longest article. */
const maxLine = 200_000
/**
 * The maximum length of a run without a blank or a Han character. The browser's time for such a word
 * is quadratic in its length.
 */
const maxWord = 10_000
const longWord = new RegExp(`[!-~]{${maxWord + 1},}`)
/** A file within the text, which is reported elsewhere. */
const embedded = /data:[\w/+.-]+;base64,[\w+/=-]+/g
/** The maximum number of `|` in a line; each table cell takes kilobytes of memory. */
const maxBars = 2000

const containers = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+/
/** A list item with more indentation than any level that fits on a page. */
const farIndented = new RegExp(`^\\s{${2 * maxContainers},}(?:[-+*]|\\d{1,9}[.)])\\s`)
/** A line that ends the inline content of the previous lines, even without a blank line between. */
const startsAnew = /^\s*(?:$|\||#|[-+*]\s|\d{1,9}[.)]\s)/

/** The diagnostic for content that is nested too deeply. */
export const tooDeep: Problem = {
  rule: 'nesting',
  message: '这里的“>”“*”“[”或列表一层套一层，太深了，排不出来。',
  hint: '删掉多余的符号，最多套两三层；要照原样印出来，就在符号前面加 \\。',
}

const tooManyBars = (count: number): Problem => ({
  rule: 'nesting',
  message: `这一行有 ${count} 个“|”，当作表格的一行太长，排不出来。`,
  hint: '表格一行最多几十格：多半是少了换行，每一行另起一行；不是表格就把 | 换成别的符号。',
})

const tooLong = (what: string, length: number): Problem => ({
  rule: 'nesting',
  message: `${what}，${length} 个字符连在一起，太长，排不出来。`,
  hint: '多半是少了换行，或混进了别的文件的内容：分成几段，段与段之间空一行。',
})

/**
 * The position of the first line that would make the parser's time, memory or stack depth unbounded,
 * if any, and what to say of it.
 */
export function overloadedPlace(text: string): { at: Point; problem: Problem } | undefined {
  let marks = 0
  const lines = text.split(/\r\n|\r|\n/)
  for (const [index, line] of lines.entries()) {
    if (startsAnew.test(line)) marks = 0
    marks += line.replace(/\\./g, '').match(/\*+|_+|~+|\[/g)?.length ?? 0
    const prefix = containers.exec(line.slice(0, 20 * maxContainers))?.[0] ?? ''
    const depth = prefix.match(/>|[-+*](?=\s|$)|\d+[.)]/g)?.length ?? 0
    const at = { line: index + 1, column: 1 }
    if (marks > maxMarks || depth > maxContainers || farIndented.test(line))
      return { at, problem: tooDeep }
    const bars = line.length > maxBars ? line.split('|').length - 1 : 0
    if (bars > maxBars) return { at, problem: tooManyBars(bars) }
    const bare = line.length > maxWord ? line.replace(embedded, '') : ''
    const word = longWord.exec(bare)?.[0].length
    if (word !== undefined) return { at, problem: tooLong('这一行里有一串字母、数字或符号', word) }
    if (bare.length > maxLine) return { at, problem: tooLong('这一行', bare.length) }
  }
  return undefined
}

/** Removes content below the deepest nesting, and returns the first position where it did. */
export function cutDeep(tree: Root): Point | undefined {
  let place: Point | undefined
  const stack: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next
    if (!('children' in node)) continue
    if (depth === maxDepth) {
      node.children = []
      place ??= node.position?.start
    }
    for (const child of node.children) stack.push({ node: child, depth: depth + 1 })
  }
  return place
}
