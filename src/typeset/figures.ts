import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Box } from '../model/picture.js'
import { classesOf, inText, isInlinePicture } from './inline-pictures.js'
import { partFigure } from './parted-figures.js'
import type { PictureLookup, PictureRoom, PrintedPicture } from './picture-size.js'
import { levelRow, linesFor } from './picture-size.js'

/**
 * Gives every picture its address and size. A figure takes whole grid lines: its pictures stand in
 * frames of one height, at the foot of the frame, with the caption's line under it.
 */
export function setFigures(root: Root | Element, look: PictureLookup, room: PictureRoom): void {
  for (const node of root.children) {
    if (node.type !== 'element') continue
    if (node.tagName === 'figure') setFigure(node, look, room)
    else if (node.tagName === 'img') setPicture(node, look, room)
    else setFigures(node, look, room)
  }
}

function setFigure(figure: Element, look: PictureLookup, room: PictureRoom): void {
  // A figure within a figure would want a description too: the pictures alone carry it.
  figure.properties.role = 'group'
  if (partFigure(figure, look)) return
  const pictures: { image: Element; box: Box; wished: boolean }[] = []
  const frames: Element[] = []
  visit(figure, 'element', (node, index, parent) => {
    if (index === undefined || parent?.type !== 'element') return
    if (node.tagName !== 'img' && node.tagName !== 'svg') return
    const found = node.tagName === 'img' ? setPicture(node, look, room) : drawing(node)
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
  // Nobody chose its size: the layout may set it a little smaller, where it would leave a page empty.
  if (pictures.length > 0 && !pictures.some(({ wished }) => wished))
    figure.properties.className = [...classesOf(figure), 'may-shrink']
}

function setPicture(
  image: Element,
  look: PictureLookup,
  room: PictureRoom,
): PrintedPicture | undefined {
  const found = image.data?.picture && look(image.data.picture)
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

/** A QR code carries its size in mm, and keeps it. */
const drawing = ({ properties }: Element) => ({
  box: {
    width: Number.parseFloat(String(properties.width)),
    height: Number.parseFloat(String(properties.height)),
  },
  wished: true,
})
