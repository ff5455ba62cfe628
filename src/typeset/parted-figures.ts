import type { Element } from 'hast'
import { visit } from 'unist-util-visit'
import { classesOf } from './inline-pictures.js'
import type { PictureLookup, PrintedBand } from './picture-size.js'

/**
 * Replaces the picture of a figure that continues on the next pages by a stack of bands; a page may
 * end between two bands. Returns whether the figure was split.
 */
export function splitFigure(figure: Element, lookup: PictureLookup): boolean {
  let isParted = false
  visit(figure, 'element', (node, index, parent) => {
    if (node.tagName !== 'img' || index === undefined || parent?.type !== 'element') return
    const found = node.data?.picture && lookup(node.data.picture)
    if (!found?.bands) return
    parent.children.splice(index, 1, ...bandsOf(node, found.box.width, found.bands))
    isParted = true
    return index + found.bands.length
  })
  if (isParted) figure.properties.className = [...classesOf(figure), 'parted']
  return isParted
}

function bandsOf(image: Element, width: number, bands: readonly PrintedBand[]): Element[] {
  return bands.map(({ address, height, whole }, index) => {
    const properties: Element['properties'] = {
      ...image.properties,
      className: ['band'],
      src: address,
      style: `width:${mm(width)};height:${mm(whole)};margin-bottom:${mm(height - whole)}`,
      // The description is on the first band only.
      ...(index > 0 && { alt: '' }),
    }
    return { ...image, properties, children: [] }
  })
}

const mm = (length: number) => `${length.toFixed(3)}mm`
