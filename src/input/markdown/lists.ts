import type { List, ListItem, Nodes } from 'mdast'
import type { TreeStep } from './context.js'
import { noteMark } from './footnote-mark.js'

/**
 * Sets lists: adds the printed marks to the items of numbered lists, the depth to lists, and ☐ or ☑
 * to task items. An item with several paragraphs is set as spread.
 */
export const lists: TreeStep = (tree) => setLists(tree, 0)

/** `depth`: the number of enclosing numbered lists; bullet lists are not counted. */
function setLists(node: Nodes, depth: number): void {
  if (!('children' in node)) return
  for (const child of node.children) {
    const own = child.type === 'list' && child.ordered ? depth + 1 : depth
    if (child.type === 'list') setList(child, own)
    if (child.type === 'listItem') setItem(child)
    setLists(child, own)
  }
}

function setList(list: List, depth: number): void {
  const marks = list.ordered ? marksOf(list, depth) : []
  for (const [index, item] of list.children.entries()) {
    const mark = marks[index]
    if (mark !== undefined) item.data = { ...item.data, hProperties: { dataMark: mark } }
  }
  list.data = { hProperties: listProperties(marks, depth) }
}

/** The class and style of a list, from which the style sheet reserves space for the marks. */
export function listProperties(marks: readonly string[], depth: number) {
  const room = Math.max(0, ...marks.map(roomOf))
  // Rounded up to whole cells (em), so that the lines stay on the grid.
  const style = room > usualRoom(depth) ? { style: `--mark:${Math.ceil(room)}em` } : {}
  return { className: [`list-${Math.max(depth, 1)}`], ...style }
}

/** The mark for a number at a depth of numbered lists. */
export const listMarkOf = (number: number, depth: number): string =>
  (forms[Math.min(depth, forms.length) - 1] ?? forms[0])(number)

/**
 * The number format of each depth (docs/design/authoring-format.md, 4); deeper lists use the last.
 */
const forms = [
  (value: number) => `${value}.`,
  (value: number) => `（${value}）`,
  noteMark,
  (value: number) => (value >= 1 && value <= 26 ? `${letters[value - 1]}.` : `${value}.`),
] as const
const letters = 'abcdefghijklmnopqrstuvwxyz'

/**
 * The marks of a numbered list: the numbers as typed. If all are the same (`1. 1. 1.`), the author
 * left the counting to Markdown. `1)` keeps its bracket at every depth.
 */
function marksOf({ children, start }: List, depth: number): string[] {
  const first = start ?? 1
  const typed = children.map(({ data }, index) => data?.typed?.number ?? first + index)
  const counted = typed.every((number) => number === first)
  const bracketed = children[0]?.data?.typed?.mark === ')'
  return typed.map((number, index) => {
    const value = counted ? first + index : number
    return bracketed ? `${value}）` : listMarkOf(value, depth)
  })
}

/**
 * The width of a mark with the following gap, in cells (em). The cell of a closing bracket already
 * ends with a gap.
 */
const roomOf = (mark: string): number =>
  [...mark].reduce((cells, sign) => cells + (sign > '\u00ff' ? 1 : 0.5), 0) +
  (mark.endsWith('）') ? -0.25 : 0.25)

/** The space that the style sheet reserves for a mark by default, in cells (em). */
const usualRoom = (depth: number): number => (depth > 1 ? 2.5 : 2)

function setItem(item: ListItem): void {
  if (item.children.filter(({ type }) => type === 'paragraph').length > 1) item.spread = true
  const checked = item.checked ?? typedTask(item)
  if (checked === undefined) return
  const box = { type: 'text' as const, value: checked ? '☑ ' : '☐ ' }
  const [first] = item.children
  if (first?.type === 'paragraph') first.children.unshift(box)
  else item.children.unshift({ type: 'paragraph', children: [box] })
  item.checked = null
}

/**
 * Recognises and removes a task box without the space that GFM requires after it: `[x]已办`, `[√]
 * 已办`.
 */
function typedTask({ children: [first] }: ListItem): boolean | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  const typed = text?.type === 'text' ? /^\[([ \u3000xX√✓✔])\][ \t]*/u.exec(text.value) : null
  if (text?.type !== 'text' || typed === null) return undefined
  text.value = text.value.slice(typed[0].length)
  return typed[1]?.trim() !== ''
}
