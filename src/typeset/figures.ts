import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Box } from '../model/picture.js'
import { classesOf, inText, isInlinePicture } from './inline-pictures.js'
import { splitFigure } from './parted-figures.js'
import type { PictureLookup, PictureRoom, PrintedPicture } from './picture-size.js'
import { levelRow, linesFor } from './picture-size.js'

/**
 * Gives every picture its URL and size. A figure is a whole number of grid lines high: its pictures
 * are in frames of the same height, aligned to the lower edge, above the caption's line. Changes
 * the tree in place.
 */
export function setFigures(root: Root | Element, lookup: PictureLookup, room: PictureRoom): void {
  for (const node of root.children) {
    if (node.type !== 'element') continue
    if (node.tagName === 'figure') setFigure(node, lookup, room)
    else if (node.tagName === 'img') setPicture(node, lookup, room)
    else setFigures(node, lookup, room)
  }
}

function setFigure(figure: Element, lookup: PictureLookup, room: PictureRoom): void {
  // `figure` as a role within another figure would need its own description; only the images have
  // one.
  figure.properties.role = 'group'
  if (splitFigure(figure, lookup)) return
  const pictures: { image: Element; box: Box; wished: boolean }[] = []
  const frames: Element[] = []
  visit(figure, 'element', (node, index, parent) => {
    if (index === undefined || parent?.type !== 'element') return
    if (node.tagName !== 'img' && node.tagName !== 'svg') return
    const found = node.tagName === 'img' ? setPicture(node, lookup, room) : drawing(node)
    if (found) pictures.push({ image: node, ...found })
    const frame: Element = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['frame'] },
      children: [node],
    }
    frames.push(frame)
    parent.children[index] = frame
    return SKIP
  })
  const boxes = pictures.map(({ box }) => box)
  const sizes = pictures.some(({ wished }) => wished) ? boxes : levelRow(boxes, room)
  for (const [index, { image }] of pictures.entries()) setSize(image, sizes[index])
  const lines = Math.max(1, ...sizes.map(({ height }) => linesFor(height, room)))
  for (const frame of frames) frame.properties.style = `--lines:${lines}`
  // No picture has a size set by the author, so the layout may shrink them to close a page gap.
  if (pictures.length > 0 && !pictures.some(({ wished }) => wished))
    figure.properties.className = [...classesOf(figure), 'may-shrink']
}

function setPicture(
  image: Element,
  lookup: PictureLookup,
  room: PictureRoom,
): PrintedPicture | undefined {
  const found = image.data?.picture && lookup(image.data.picture)
  if (!found) return undefined
  image.properties.src = found.address
  setSize(image, isInlinePicture(image) ? inText(found.box, room) : found.box)
  return found
}

function setSize(image: Element, box: Box | undefined): void {
  if (box && image.tagName === 'img') {
    image.properties.style = `width:${box.width.toFixed(3)}mm;height:${box.height.toFixed(3)}mm`
  }
}

/** A QR code has a fixed size, in mm. */
const drawing = ({ properties }: Element) => ({
  box: {
    width: Number.parseFloat(String(properties.width)),
    height: Number.parseFloat(String(properties.height)),
  },
  wished: true,
})
