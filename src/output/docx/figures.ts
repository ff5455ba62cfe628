import type { Element, ElementContent } from 'hast'
import { classesOf } from '../../typeset/inline-pictures.js'
import type { Draft } from './draft.js'
import { paragraph } from './paragraph.js'
import { pictureRun } from './pictures.js'
import type { Place } from './place.js'
import { textBlock } from './text-block.js'
import { twips } from './units.js'
import { tableOf } from './word-table.js'
import type { Xml } from './xml.js'

/** A picture of a figure, or its caption. */
type Part = { image: Element; lines: number } | { caption: readonly ElementContent[] }

/**
 * A figure: pictures one below the other with their captions; pictures side by side in the cells of
 * a table without rules.
 */
export function figure(node: Element, place: Place, draft: Draft): Xml[] {
  const row = classesOf(node).includes('one-caption') ? childOf(node, 'abreast') : node
  const pictures = (row?.children ?? []).filter(
    (child) => child.type === 'element' && classesOf(child).includes('picture'),
  ) as Element[]
  const common = node.children.filter((child) => isCaption(child)) as Element[]
  const below = common.flatMap(({ children }) => captionOf(children, place, draft))
  if (pictures.length < 2)
    return [...pictures.flatMap((one) => partsOf(one, place, draft)), ...below]
  const width = Math.floor((place.chars * draft.page.cell) / pictures.length)
  const cells = pictures.map((picture, column) => ({
    column,
    columns: 1,
    content: partsOf(picture, place, draft),
    align: 'bottom' as const,
  }))
  return [tableOf({ grid: pictures.map(() => width), rows: [{ cells }], side: 0 }), ...below]
}

const partsOf = (picture: Element, place: Place, draft: Draft): Xml[] => {
  const parts = picture.children.flatMap(partsIn)
  return parts.flatMap((part, index) => {
    if ('caption' in part) {
      const keepNext = index < parts.length - 1
      return captionOf(part.caption, place, draft, keepNext)
    }
    const { image, lines } = part
    const look = draft.lookOf('Picture')
    const height = Number(/height:([\d.]+)mm/.exec(String(image.properties.style ?? ''))?.[1] ?? 0)
    // The frame of a picture is a whole number of lines high; the rest is above the picture.
    const before = Math.max(0, lines * draft.page.line - twips(height) - look.size * 6)
    const keepNext = index < parts.length - 1
    return [
      paragraph(
        { style: 'Picture', keepNext, before: Math.round(before) },
        pictureRun(image, { look, part: 'document' }, draft),
      ),
    ]
  })
}

const captionOf = (
  children: readonly ElementContent[],
  place: Place,
  draft: Draft,
  keepNext = false,
): Xml[] => textBlock(children, { ...place, style: 'Caption', look: {} }, { keepNext }, draft)

function partsIn(node: ElementContent): Part[] {
  if (node.type !== 'element') return []
  if (isCaption(node)) return [{ caption: node.children }]
  if (node.tagName === 'img' || node.tagName === 'svg') return [{ image: node, lines: 0 }]
  const lines = Number(/--lines:(\d+)/.exec(String(node.properties.style ?? ''))?.[1] ?? 0)
  return node.children
    .flatMap(partsIn)
    .map((part) => ('image' in part && lines > 0 ? { ...part, lines } : part))
}

const isCaption = (node: ElementContent): boolean =>
  node.type === 'element' && node.tagName === 'figcaption'

const childOf = (node: Element, className: string): Element | undefined =>
  node.children.find(
    (child): child is Element => child.type === 'element' && classesOf(child).includes(className),
  )
