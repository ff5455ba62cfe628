import type { Element, ElementContent } from 'hast'
import { inline } from './inline.js'

/** A table of ours as one of Typst, its header repeated on every page. */
export function tableSource(table: Element): string {
  const caption = named(table.children, 'caption')[0]
  const rowsIn = (part: string) =>
    named(table.children, part).flatMap((one) => named(one.children, 'tr'))
  const head = rowsIn('thead')
  const header = head.length > 0 ? [`table.header(${head.flatMap(cells).join(', ')})`] : []
  const body = [...rowsIn('tbody'), ...named(table.children, 'tr')].flatMap(cells)
  const first = [...head, ...rowsIn('tbody'), ...named(table.children, 'tr')][0]
  const columns = elements(first?.children ?? []).reduce(
    (sum, cell) => sum + span(cell, 'colSpan'),
    0,
  )
  const title = caption ? `[${inline(caption.children)}]` : 'none'
  return `#sheet(${[columns, title, ...header, ...body].join(', ')})`
}

const cells = (row: Element): string[] =>
  elements(row.children).map((cell) => {
    const [colspan, rowspan] = [span(cell, 'colSpan'), span(cell, 'rowSpan')]
    const { align } = cell.properties
    const options = [
      `colspan: ${colspan}`,
      `rowspan: ${rowspan}`,
      ...(align === 'center' || align === 'right' ? [`align: ${align}`] : []),
    ]
    const content = inline(cell.children)
    const text = cell.tagName === 'th' ? `text(font: "Bulletin Hei")[${content}]` : `[${content}]`
    return `table.cell(${options.join(', ')}, ${text})`
  })

const elements = (nodes: readonly ElementContent[]): Element[] =>
  nodes.filter((node) => node.type === 'element')

const named = (nodes: readonly ElementContent[], tagName: string): Element[] =>
  elements(nodes).filter((node) => node.tagName === tagName)

const span = ({ properties }: Element, name: 'colSpan' | 'rowSpan'): number =>
  Number(properties[name] ?? 1)
