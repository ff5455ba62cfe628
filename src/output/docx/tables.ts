import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { widthInEm } from '../../text/em-width.js'
import type { Draft } from './draft.js'
import type { ParagraphLook } from './paragraph.js'
import { paragraph } from './paragraph.js'
import type { Place, SetBlocks } from './place.js'
import type { GridCell } from './table-cells.js'
import { gridOf } from './table-cells.js'
import { textBlock } from './text-block.js'
import { tableOf } from './word-table.js'
import type { Xml } from './xml.js'

/** The rules of a table, eighths of a point: 0.5 pt. */
const rule = { width: 4 }

/** Narrowest column, and the text beyond which one does not grow, in em. */
const widths = { least: 2, most: 16 } as const

/** A table with its joined cells; the rows of its head are repeated on every page. */
export function table(node: Element, place: Place, draft: Draft, setBlocks: SetBlocks): Xml[] {
  const caption = node.children.find(
    (child) => child.type === 'element' && child.tagName === 'caption',
  )
  const { rows, columns } = gridOf(node)
  if (rows.length === 0) return []
  const total = place.chars * draft.page.cell
  const grid = columnWidths(
    rows.flatMap(({ cells }) => cells),
    columns,
    total,
  )
  const set = tableOf({
    grid,
    rows: rows.map(({ cells, isHead }) => ({
      isHead,
      cells: cells.map((cell) => ({
        ...cell,
        content: cell.node === undefined ? [] : cellContent(cell.node, place, draft, setBlocks),
      })),
    })),
    rule,
  })
  const words =
    caption?.type === 'element'
      ? textBlock(
          caption.children,
          { ...place, style: 'Caption', look: {} },
          { keepNext: true, letters: { role: 'hei' } },
          draft,
        )
      : []
  // Two tables in a row would become one.
  return [...words, set, gap]
}

/** An empty paragraph after a table: it parts the table from the next, and ends a cell. */
const gap = paragraph({ style: 'Normal', line: { height: 120, rule: 'exact' } })

function cellContent(cell: Element, place: Place, draft: Draft, setBlocks: SetBlocks): Xml[] {
  const isHead = cell.tagName === 'th'
  const align = isHead ? 'center' : alignments[String(cell.properties.align)]
  return setBlocks(
    cell.children,
    {
      style: 'TableText',
      ...(isHead && { look: { role: 'hei' } }),
      ...(align && { align }),
      chars: place.chars,
    },
    draft,
  )
}

const alignments: Readonly<Record<string, ParagraphLook['align']>> = {
  center: 'center',
  right: 'right',
}

/** Divides the width of a table (twips) among its columns by the text that is in them. */
function columnWidths(cells: readonly GridCell[], columns: number, total: number): number[] {
  const asked = Array.from({ length: columns }, () => widths.least as number)
  for (const { node, column, columns: span } of cells) {
    if (!node || span > 1) continue
    const width = Math.min(widths.most, widthInEm(textOf(node)) + 0.5)
    asked[column] = Math.max(asked[column] ?? 0, width)
  }
  const sum = asked.reduce((all, one) => all + one, 0)
  return asked.map((one) => Math.round((one / sum) * total))
}
