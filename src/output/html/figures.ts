import type { Element, ElementContent, Root } from 'hast'
import type { PictureReference } from '../../model/article.js'
import type { Box } from '../../model/picture.js'
import { classesOf, isInlinePicture } from '../../typeset/inline-pictures.js'

/** A picture as the page holds it. */
export interface ScreenPicture {
  /** A data URI. */
  address: string
  /** Size of the file, px. */
  width: number
  height: number
  /** Size on paper, mm. */
  box: Box
  /** Size of the file. */
  bytes: number
}

export type ScreenLookup = (reference: PictureReference) => ScreenPicture | undefined

/** Width of the type area on paper, mm, and of the column on the screen, em. */
const measure = { paper: 156, screen: 38 }

const inEm = (mm: number) => `${Number(((mm / measure.paper) * measure.screen).toFixed(2))}em`

/**
 * Gives every picture its file and its size: the share of the column that it has of the type area on
 * paper, but never more than the screen. Makes one figure of a picture with its caption. Changes the
 * tree in place.
 */
export function setScreenFigures(root: Root | Element, lookup: ScreenLookup): void {
  root.children = root.children.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node as ElementContent]
    if (node.tagName === 'figure') return [setFigure(node, lookup)]
    if (node.tagName === 'img') setPicture(node, lookup)
    else setScreenFigures(node, lookup)
    return [node]
  })
}

const isPicture = (node: ElementContent): node is Element =>
  node.type === 'element' && classesOf(node).includes('picture')

function setFigure(figure: Element, lookup: ScreenLookup): Element {
  const pictures = figure.children.filter(isPicture)
  const [only] = pictures
  if (only && figure.children.length === 1) return oneFigure(only, lookup)
  if (pictures.length > 1) {
    const figures = pictures.map((picture) => oneFigure(picture, lookup))
    return box('div', 'row', figures)
  }
  // Pictures side by side with one caption.
  const children = figure.children.map((child): ElementContent => {
    if (child.type !== 'element' || !classesOf(child).includes('abreast')) return child
    return box(
      'div',
      'row',
      child.children.filter(isPicture).map((picture) => {
        const { children: inside, properties } = oneFigure(picture, lookup)
        return { ...box('div', 'figure', inside), properties }
      }),
    )
  })
  return box('figure', 'figure', children)
}

function oneFigure(picture: Element, lookup: ScreenLookup): Element {
  let style: string | undefined
  for (const child of picture.children) {
    if (child.type !== 'element') continue
    const found = child.tagName === 'img' ? setPicture(child, lookup) : undefined
    if (found) {
      const { width, height } = found.box
      style = `--width:${inEm(width)};--aspect:${Number((width / height).toFixed(3))}`
    }
  }
  const figure = box('figure', 'figure', picture.children)
  if (style !== undefined) figure.properties.style = style
  return figure
}

function setPicture(image: Element, lookup: ScreenLookup): ScreenPicture | undefined {
  const found = image.data?.picture && lookup(image.data.picture)
  if (!found) return undefined
  const { address, width, height, box } = found
  const size = isInlinePicture(image) ? {} : { style: `--width:${inEm(box.width)}` }
  image.properties = { ...image.properties, src: address, width, height, ...size }
  return found
}

const box = (tagName: string, name: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: { className: [name] },
  children,
})
