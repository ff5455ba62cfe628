import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Box, Picture } from '../read/pictures.js'
import type { PictureRoom } from './picture-size.js'
import { linesFor } from './picture-size.js'

/** How a picture of an article looks up its bytes: by the path as written. */
export type PictureLookup = (src: string) => { picture: Picture; box: Box } | undefined

/**
 * Gives every picture its bytes and size. A figure takes whole grid lines: its pictures stand in
 * frames of one height, at the foot of the frame, with the caption's line under it.
 */
export function setFigures(root: Root, look: PictureLookup, room: PictureRoom): void {
  visit(root, 'element', (node) => {
    if (node.tagName === 'figure') {
      setFigure(node, look, room)
      return SKIP
    }
    if (node.tagName === 'img') setPicture(node, look)
  })
}

function setFigure(figure: Element, look: PictureLookup, room: PictureRoom): void {
  const boxes: Box[] = []
  const frames: Element[] = []
  visit(figure, 'element', (node, index, parent) => {
    if (index === undefined || parent?.type !== 'element') return
    if (node.tagName !== 'img' && node.tagName !== 'svg') return
    const box = node.tagName === 'img' ? setPicture(node, look) : sizeOfDrawing(node)
    if (box) boxes.push(box)
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
  const lines = Math.max(1, ...boxes.map(({ height }) => linesFor(height, room)))
  for (const frame of frames) frame.properties.style = `--lines:${lines}`
}

function setPicture(image: Element, look: PictureLookup): Box | undefined {
  const found = look(String(image.properties.src ?? ''))
  if (!found) return undefined
  const { picture, box } = found
  image.properties.src = picture.uri
  image.properties.style = `width:${box.width.toFixed(3)}mm;height:${box.height.toFixed(3)}mm`
  return box
}

/** A QR code carries its size in mm. */
const sizeOfDrawing = ({ properties }: Element): Box => ({
  width: Number.parseFloat(String(properties.width)),
  height: Number.parseFloat(String(properties.height)),
})
