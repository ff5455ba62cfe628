import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf } from '../../typeset/inline-pictures.js'

/** Counts the tables of a page, for their names. */
export interface TableCount {
  tables: number
}

/**
 * Puts every table into a box that scrolls sideways by itself when the screen is narrower than it.
 * The box can be reached by the keyboard, and has a name that no other on the page has. Changes the
 * tree in place.
 */
export function setTables(root: Root | Element, count: TableCount): void {
  for (const [index, node] of root.children.entries()) {
    if (node.type !== 'element') continue
    const table = node.children.find(isTable)
    if (!classesOf(node).includes('table') || !table) {
      setTables(node, count)
      continue
    }
    count.tables++
    const label = captionIn(table) ?? captionBefore(root.children.slice(0, index))
    node.properties = {
      className: ['table'],
      role: 'region',
      tabIndex: 0,
      ariaLabel: `表格 ${count.tables}${label === undefined ? '' : `：${label}`}`,
    }
    setCells(table)
  }
}

const isTable = (node: Element['children'][number]): node is Element =>
  node.type === 'element' && node.tagName === 'table'

function captionIn(table: Element): string | undefined {
  const caption = table.children.find(
    (node): node is Element => node.type === 'element' && node.tagName === 'caption',
  )
  return caption && textOf(caption).trim()
}

/** The caption that stands as a paragraph of its own above the table, and the unit below it. */
function captionBefore(before: readonly (Root | Element)['children'][number][]) {
  const above = before.filter((node) => node.type === 'element').slice(-2)
  const caption = above.find((node) => classesOf(node).includes('table-caption'))
  return caption && textOf(caption).trim()
}

function setCells(table: Element): void {
  visit(table, 'element', (element) => {
    if (element.tagName === 'colgroup') return SKIP
    if (element.tagName !== 'td' && element.tagName !== 'th') return undefined
    const { align, rowSpan, colSpan } = element.properties
    if (element.tagName === 'th') {
      // An empty corner is no heading of anything.
      if (textOf(element).trim() === '') element.tagName = 'td'
      else element.properties.scope = Number(colSpan ?? 1) > 1 ? 'colgroup' : 'col'
    }
    const classes = [
      ...(align === undefined ? [] : [`align-${String(align)}`]),
      ...(Number(rowSpan ?? 1) > 1 ? ['spans-rows'] : []),
    ]
    element.properties.align = undefined
    if (classes.length > 0) element.properties.className = classes
    return undefined
  })
}
