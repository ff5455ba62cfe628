import type { List, ListItem, Nodes } from 'mdast'
import type { TreeStep } from './context.js'
import { noteMark } from './footnote-mark.js'

/**
 * Gives the items of numbered lists the marks that they are printed with, lists their depth, and
 * tasks ☐ ☑. An item with several paragraphs is set as such.
 */
export const lists: TreeStep = (tree) => setLists(tree, 0)

/** `depth`: how many numbered lists are around the node; a bullet list between them does not count. */
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

/** What a list says of itself for the style sheet, which keeps room for its marks. */
export function listProperties(marks: readonly string[], depth: number) {
  const room = Math.max(0, ...marks.map(roomOf))
  // In whole cells, so that the lines stay on the grid.
  const style = room > usualRoom(depth) ? { style: `--mark:${Math.ceil(room)}em` } : {}
  return { className: [`list-${Math.max(depth, 1)}`], ...style }
}

/** The mark of a number at some depth of numbered lists. */
export const listMarkOf = (number: number, depth: number): string =>
  (forms[Math.min(depth, forms.length) - 1] ?? forms[0])(number)

/** How a number is written at each depth (docs/design/authoring-format.md, 4); deeper than that as at the last. */
const forms = [
  (value: number) => `${value}.`,
  (value: number) => `（${value}）`,
  noteMark,
  (value: number) => (value >= 1 && value <= 26 ? `${letters[value - 1]}.` : `${value}.`),
] as const
const letters = 'abcdefghijklmnopqrstuvwxyz'

/**
 * The marks of a numbered list: the numbers as typed. When all are the same (`1. 1. 1.`), the writer
 * left the counting to Markdown. `1)` stays apart from `1.`, whatever its depth.
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

/** Cells that a mark takes with the gap after it; the cell of a closing bracket ends in one. */
const roomOf = (mark: string): number =>
  [...mark].reduce((cells, sign) => cells + (sign > '\u00ff' ? 1 : 0.5), 0) +
  (mark.endsWith('）') ? -0.25 : 0.25)

/** Cells that the style sheet keeps for a mark. */
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

/** A box as people type it where GFM asks for a space after it: `[x]已办`, `[√] 已办`. Takes it off. */
function typedTask({ children: [first] }: ListItem): boolean | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  const typed = text?.type === 'text' ? /^\[([ \u3000xX√✓✔])\][ \t]*/u.exec(text.value) : null
  if (text?.type !== 'text' || typed === null) return undefined
  text.value = text.value.slice(typed[0].length)
  return typed[1]?.trim() !== ''
}
