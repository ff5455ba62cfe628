import type { List, ListItem, Nodes } from 'mdast'
import type { Step } from './context.js'

/** Gives lists their depth (`list-1` → 1., `list-2` → （1）), their first number, and ☐ ☑ for tasks. */
export const lists: Step = (tree) => setLists(tree, 0)

/** `depth`: how many numbered lists are around the node; a bullet list between them does not count. */
function setLists(node: Nodes, depth: number): void {
  if (!('children' in node)) return
  for (const child of node.children) {
    const own = child.type === 'list' && child.ordered ? depth + 1 : depth
    if (child.type === 'list') setList(child, own)
    if (child.type === 'listItem') setTask(child)
    setLists(child, own)
  }
}

function setList(list: List, depth: number): void {
  const className = [`list-${Math.max(depth, 1)}`]
  const start = list.start ?? 1
  // The counter of the styles cannot read the attribute.
  const style = list.ordered && start !== 1 ? { style: `--start:${start}` } : {}
  list.data = { hProperties: { className, ...style } }
}

function setTask(item: ListItem): void {
  if (typeof item.checked !== 'boolean') return
  const box = { type: 'text' as const, value: item.checked ? '☑ ' : '☐ ' }
  const [first] = item.children
  if (first?.type === 'paragraph') first.children.unshift(box)
  else item.children.unshift({ type: 'paragraph', children: [box] })
  item.checked = null
}
