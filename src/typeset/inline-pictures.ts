import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Box } from '../model/picture.js'
import { isBlank, textElements } from '../text/inline-elements.js'
import { paragraphParts } from '../text/paragraph-parts.js'
import type { PictureLookup, PictureRoom } from './picture-size.js'

/** Maximum height of an inline picture, in lines: a symbol, a key, a letter of a script. */
const tallest = 1.5
/** Height that a line can hold without growing, mm: 1.2 em of the body's 16 pt. */
const lineRoom = 6.77

type IsTooLarge = (node: RootContent) => boolean

const isLarge = ({ height }: Box, { line }: PictureRoom) => height > tallest * line

/** The size of an inline picture, mm. A small one is scaled to the height of its line. */
export function inText(box: Box, room: PictureRoom): Box {
  const scale = isLarge(box, room) ? 1 : Math.min(1, lineRoom / box.height)
  return { width: box.width * scale, height: box.height * scale }
}

/**
 * Splits a paragraph at inline pictures that are too large for a line and makes each a figure
 * between the two parts. In the line, such a picture would stretch the spacing of the line. Changes
 * the tree in place.
 */
export function splitAtPictures(
  root: Root | Element,
  lookup: PictureLookup,
  room: PictureRoom,
): void {
  const isTooLarge: IsTooLarge = (node) => {
    if (node.type !== 'element' || !isInlinePicture(node)) return false
    const found = node.data?.picture && lookup(node.data.picture)
    return found !== undefined && isLarge(found.box, room)
  }
  const part = (block: RootContent): ElementContent[] => {
    if (block.type !== 'element') return [block as ElementContent]
    if (isTooLarge(block)) return [figure(block)]
    if (block.tagName === 'p' && !isHeading(block)) return partsOf(block, isTooLarge)
    if (!isLine(block)) splitAtPictures(block, lookup, room)
    return [block]
  }
  root.children = root.children.flatMap(part)
}

/** The classes of an element. */
export const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []
/** Whether a picture is inline in a text. */
export const isInlinePicture = (node: Element): boolean =>
  classesOf(node).includes('inline-picture')
const isHeading = (node: Element) => classesOf(node).some((name) => name.startsWith('heading-'))
/** Elements that cannot contain a figure. */
const isLine = ({ tagName }: Element) =>
  textElements.has(tagName) || /^(?:p|h[1-6]|figcaption|caption|pre)$/.test(tagName)

function partsOf(paragraph: Element, isTooLarge: IsTooLarge): Element[] {
  if (!paragraph.children.some(isTooLarge)) return [paragraph]
  const parts: (ElementContent[] | Element)[] = [[]]
  for (const node of paragraph.children) {
    const last = parts.at(-1)
    if (node.type === 'element' && isTooLarge(node)) parts.push(node, [])
    else if (Array.isArray(last)) last.push(node)
  }
  const texts = parts.filter(Array.isArray).filter((text) => !text.every(isBlank))
  const paragraphs = paragraphParts(paragraph, texts)
  return parts.flatMap((part): Element[] => {
    if (!Array.isArray(part)) return [figure(part)]
    const own = paragraphs[texts.indexOf(part)]
    return own ? [own] : []
  })
}

/**
 * An inline picture has no caption, so the figure has none either; its description stays the alt
 * text.
 */
const figure = (image: Element): Element => ({
  type: 'element',
  tagName: 'figure',
  properties: { className: ['figure'], dataAbreast: '1' },
  children: [
    {
      type: 'element',
      tagName: 'div',
      properties: { className: ['picture'] },
      children: [{ ...image, properties: { ...image.properties, className: undefined } }],
    },
  ],
  position: image.position,
})
