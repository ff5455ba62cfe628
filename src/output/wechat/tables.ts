import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isInline } from '../../text/inline-elements.js'
import { text, wechatElement } from './element.js'
import { lineContent } from './inline.js'
import { tablePicture } from './pictures.js'
import type { ArticleState } from './state.js'
import { styles } from './styles.js'

/** More columns than these cannot be read side by side on a phone. */
const mostColumns = 4

/**
 * A table of a few columns stays one; a wide one, and one that is turned on paper, becomes a picture.
 * Its own caption stands above as a paragraph. `box` is the element with the class `table`.
 */
export function tableOf(box: Element, isTurned: boolean, state: ArticleState): ElementContent[] {
  const table = box.children.find(
    (node): node is Element => node.type === 'element' && node.tagName === 'table',
  )
  if (!table) return []
  const caption = table.children.find(
    (node): node is Element => node.type === 'element' && node.tagName === 'caption',
  )
  const above = caption
    ? [
        wechatElement('p', styles.tableCaption, [
          wechatElement('strong', undefined, lineContent(caption.children, state)),
        ]),
      ]
    : []
  const bare = { ...table, children: table.children.filter((node) => node !== caption) }
  if (isTurned || columnsOf(bare) > mostColumns || hasNested(bare)) {
    const label = caption ? textOf(caption) : '表格'
    const picture = tablePicture(bare, label, state)
    return [...above, wechatElement('section', styles.figure, picture)]
  }
  const rows = rowsOf(bare).map((row) =>
    wechatElement(
      'tr',
      undefined,
      cellsOf(row).map((cell) => setCell(cell, state)),
    ),
  )
  return [...above, wechatElement('table', styles.table, [wechatElement('tbody', undefined, rows)])]
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })
}

const cellsOf = ({ children }: Element): Element[] =>
  children.filter(
    (node): node is Element => node.type === 'element' && /^t[dh]$/.test(node.tagName),
  )

/** Columns of the first row, which has no cell of a row above. */
const columnsOf = (table: Element): number =>
  cellsOf(rowsOf(table)[0] ?? table).reduce(
    (sum, { properties: { colSpan } }) => sum + Number(colSpan ?? 1),
    0,
  )

const hasNested = (table: Element): boolean =>
  rowsOf(table)
    .flatMap(cellsOf)
    .some((cell) => cell.children.some((node) => !isInline(node) && !isParagraph(node)))

const isParagraph = (node: ElementContent) => node.type === 'element' && node.tagName === 'p'

/** The paragraphs of a cell, or what stands in it without any. */
function linesOf({ children }: Element): ElementContent[][] {
  const paragraphs = children.filter(isParagraph) as Element[]
  return paragraphs.length === 0 ? [children] : paragraphs.map((one) => one.children)
}

function setCell(cell: Element, state: ArticleState): Element {
  const { colSpan, rowSpan, align } = cell.properties
  const lines = linesOf(cell).map((line) => lineContent(line, state))
  const inside = lines.flatMap((line, index) =>
    index === 0 ? line : [wechatElement('br', undefined, []), ...line],
  )
  const isHead = cell.tagName === 'th'
  const content = isHead ? [wechatElement('strong', undefined, inside)] : inside
  const side = isHead ? 'center' : align
  const style = side ? `${styles.cell};text-align:${String(side)}` : styles.cell
  const spans = { ...(colSpan && { colSpan }), ...(rowSpan && { rowSpan }) }
  return wechatElement('td', style, content.length > 0 ? content : [text('\u00a0')], spans)
}
