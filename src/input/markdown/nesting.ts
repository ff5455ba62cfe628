import type { Nodes, Root } from 'mdast'
import type { Point } from '../../model/place.js'
import type { Said } from './context.js'

/** Deepest nesting that is set, in nodes. Print has no use for a tenth of it. */
const deepest = 100
/** Most `>` and list marks that one line may begin with. */
const mostContainers = 40
/** Most `*` `_` `~` `[` in one paragraph: the parser's time grows with their square. */
const mostMarks = 1000

const containers = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+/
/** A list entry indented past any level that print has room for. */
const farIn = new RegExp(`^\\s{${2 * mostContainers},}(?:[-+*]|\\d{1,9}[.)])\\s`)
/** A line that begins a content of its own even without a blank line above it. */
const startsAnew = /^\s*(?:$|\||#|[-+*]\s|\d{1,9}[.)]\s)/

/** What to tell about a place that is nested too deeply. */
export const tooDeep: Said = {
  rule: 'nesting',
  message: '这里的“>”“*”“[”或列表一层套一层，太深了，排不出来。',
  hint: '删掉多余的符号，最多套两三层；要照原样印出来，就在符号前面加 \\。',
}

/** The first line that would cost the parser a time or a stack without bounds, if there is one. */
export function overloadedPlace(text: string): Point | undefined {
  let marks = 0
  const lines = text.split(/\r\n|\r|\n/)
  for (const [index, line] of lines.entries()) {
    if (startsAnew.test(line)) marks = 0
    marks += line.replace(/\\./g, '').match(/\*+|_+|~+|\[/g)?.length ?? 0
    const held = containers.exec(line.slice(0, 20 * mostContainers))?.[0] ?? ''
    const depth = held.match(/>|[-+*](?=\s|$)|\d+[.)]/g)?.length ?? 0
    if (marks > mostMarks || depth > mostContainers || farIn.test(line))
      return { line: index + 1, column: 1 }
  }
  return undefined
}

/** Cuts what lies deeper than print can use and returns the first place where it did. */
export function cutDeep(tree: Root): Point | undefined {
  let place: Point | undefined
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next
    if (!('children' in node)) continue
    if (depth === deepest) {
      node.children = []
      place ??= node.position?.start
    }
    for (const child of node.children) waiting.push({ node: child, depth: depth + 1 })
  }
  return place
}
