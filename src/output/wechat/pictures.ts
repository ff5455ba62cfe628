import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { isInlinePicture } from '../../typeset/inline-pictures.js'
import { wechatElement } from './element.js'
import type { ArticleState, Drawing, DrawnPicture } from './state.js'
import { styles } from './styles.js'

/** Width of a phone's text, px, and of the type area, mm. */
const column = { px: 345, mm: 156 }

/** A picture, a code or a formula as `img`. Nothing when it has no file. */
export function pictureOf(node: Element, state: ArticleState): ElementContent[] {
  if (node.tagName === 'math') return formula(node, state)
  if (node.tagName === 'svg') return code(node, state)
  const reference = node.data?.picture
  const found = reference && state.pictures(reference)
  if (!reference || !found) return []
  state.used.push({ bytes: found.bytes, at: reference.at, src: reference.src })
  const px = Math.round((found.box.width / column.mm) * column.px)
  const style = isInlinePicture(node)
    ? 'height:1.3em;vertical-align:-.25em'
    : px >= column.px * 0.9
      ? 'width:100%'
      : `width:${px}px;${styles.picture}`
  return [image(found.address, style, String(node.properties.alt ?? ''))]
}

const image = (src: string, style: string, alt: string): Element =>
  wechatElement('img', style, [], { src, ...(alt && { alt }) })

function code(node: Element, state: ArticleState): ElementContent[] {
  const svg = toHtml({
    ...node,
    properties: { ...node.properties, xmlns: 'http://www.w3.org/2000/svg' },
  })
  const address = state.svg(svg)
  state.conversions.push({ what: 'qr-code', line: node.position?.start.line })
  const label = String(node.properties.ariaLabel ?? '')
  return address === undefined ? [] : [image(address, 'width:150px', label)]
}

function formula(node: Element, state: ArticleState): ElementContent[] {
  const isBlock = node.properties.display === 'block'
  const html = toHtml(node)
  state.conversions.push({ what: 'formula', line: node.position?.start.line })
  const found = drawingOf({ html, what: isBlock ? 'formula' : 'inline-formula' }, state)
  if (!found) return []
  // The formula is drawn for letters of 16 px, and grows with the reader's own size.
  const em = (px: number) => `${Number((px / 16).toFixed(2))}em`
  const style = isBlock
    ? `width:${Math.ceil(found.width)}px;${styles.picture}`
    : `height:${em(found.height)};vertical-align:${em(-found.depth)}`
  return [image(found.address, style, '公式')]
}

/** A wide table as a picture. */
export function tablePicture(table: Element, label: string, state: ArticleState): ElementContent[] {
  state.conversions.push({ what: 'table', line: table.position?.start.line })
  const found = drawingOf({ html: toHtml(table), what: 'table' }, state)
  return found ? [image(found.address, 'width:100%', label)] : []
}

function drawingOf(drawing: Drawing, state: ArticleState): DrawnPicture | undefined {
  const found = state.drawn(drawing)
  if (found) state.used.push({ bytes: found.bytes, at: undefined, src: drawing.what })
  return found
}
