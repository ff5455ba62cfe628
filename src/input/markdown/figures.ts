import type { Element, ElementContent, Root, RootContent } from 'hast'
import { isBlank, isInline } from '../../text/inline-elements.js'
import { paragraphParts } from '../../text/paragraph-parts.js'
import type { ParseContext } from './context.js'
import type { PicturePlace, SetPicture } from './picture.js'
import { setPicture } from './picture.js'
import type { Line } from './picture-lines.js'
import { linesOf, picturesIn } from './picture-lines.js'
import { shareOf } from './table-grid.js'

/** The maximum number of pictures in one row; more pictures make more rows. */
const maxAbreast = 3

/**
 * Sets the pictures of Markdown and HTML in the same way: as figures when on lines of their own, at
 * the width of the cell in a table, and at the height of the text within a line.
 */
export function figures(tree: Root, context: ParseContext): void {
  tree.children = setBlocks(tree.children, context) as RootContent[]
}

/**
 * Sets the children of a block container. Inline content directly in it (a tight list) is set like
 * a paragraph.
 */
function setBlocks(children: readonly RootContent[], context: ParseContext): ElementContent[] {
  const result: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = () => {
    for (const part of linesOf(run)) result.push(...setLine(part, context))
    run = []
  }
  for (const child of children as readonly ElementContent[]) {
    if (isInline(child)) run.push(child)
    else {
      flush()
      result.push(...setBlock(child, context))
    }
  }
  flush()
  return result
}

const setLine = (line: Line, context: ParseContext): ElementContent[] =>
  line.pictures ? rowsOf(line.pictures, context) : withinText(line.text, context)

function setBlock(block: ElementContent, context: ParseContext): ElementContent[] {
  if (block.type !== 'element' || block.tagName === 'pre') return [block]
  if (block.tagName === 'table') return [setTable(block, 1, context)]
  if (block.tagName === 'figure') return setFigure(block, context)
  if (!isLine(block)) return [{ ...block, children: setBlocks(block.children, context) }]
  const lines = linesOf(block.children)
  if (lines.length > 0 && lines.every(({ pictures }) => pictures)) {
    return lines.flatMap((line) => setLine(line, context))
  }
  return block.tagName === 'p' && !isHeading(block)
    ? setParagraph(block, lines, context)
    : [{ ...block, children: withinText(block.children, context) }]
}

/** Whether a block contains only inline content. */
const isLine = ({ tagName, children }: Element) =>
  /^(?:p|h[1-6])$/.test(tagName) && children.every(isInline)

/** Splits a paragraph at the lines that contain only pictures. */
function setParagraph(
  paragraph: Element,
  lines: readonly Line[],
  context: ParseContext,
): Element[] {
  const texts = lines.flatMap(({ text }) => (text ? [text] : []))
  const paragraphs = paragraphParts(paragraph, texts)
  return lines.flatMap((line) => {
    if (line.pictures) return rowsOf(line.pictures, context)
    const part = paragraphs[texts.indexOf(line.text)]
    return part ? [{ ...part, children: withinText(part.children, context) }] : []
  })
}

const isHeading = ({ properties: { className } }: Element) =>
  Array.isArray(className) && className.some((name) => String(name).startsWith('heading-'))

/**
 * Distributes pictures over the smallest number of rows, as evenly as possible: four pictures make
 * two rows of two.
 */
function rowsOf(images: readonly Element[], context: ParseContext): Element[] {
  return inRows(images).map((row) =>
    figureOf(
      row.map((image) => pictureBox(setPicture(image, { abreast: row.length }, context))),
      row[0],
    ),
  )
}

function inRows(images: readonly Element[]): Element[][] {
  const count = Math.ceil(images.length / maxAbreast)
  const length = Math.ceil(images.length / count)
  return Array.from({ length: count }, (_, row) => images.slice(row * length, (row + 1) * length))
}

function pictureBox({ drawn, caption, description }: SetPicture): Element {
  const above = caption === 'above'
  const words: ElementContent[] =
    description && caption !== 'none'
      ? [element('figcaption', {}, [{ type: 'text', value: description }])]
      : []
  const picture = drawn ? [drawn] : []
  const children = above ? [...words, ...picture] : [...picture, ...words]
  return element('div', { className: ['picture', ...(above ? ['caption-above'] : [])] }, children)
}

const figureOf = (pictures: ElementContent[], source: Element | undefined): Element => ({
  ...element('figure', { className: ['figure'], dataAbreast: String(pictures.length) }, pictures),
  ...(source?.position && { position: source.position }),
})

/**
 * Sets an author's `<figure>`: pictures with a common caption, or other content with its caption.
 */
function setFigure(figure: Element, context: ParseContext): ElementContent[] {
  const isCaption = (node: ElementContent): node is Element =>
    node.type === 'element' && node.tagName === 'figcaption'
  const inside = figure.children.filter((node) => !isCaption(node))
  const caption = figure.children.find(isCaption)
  const words = caption ? withinText(caption.children, context) : []
  const images = picturesIn(inside)
  if (!images) return captioned(setBlocks(inside, context), words, figure.children[0] === caption)
  if (!caption) return rowsOf(images, context)
  const rows = inRows(images).map((row) => {
    const place = { abreast: row.length }
    return row.flatMap((image) => {
      const { drawn } = setPicture(image, place, context)
      return drawn ? [element('div', { className: ['picture'] }, [drawn])] : []
    })
  })
  return rows.map((row, index) => {
    if (index < rows.length - 1) return figureOf(row, images[0])
    const below = element('figcaption', {}, words)
    const [only] = row
    if (only && row.length === 1)
      return figureOf([{ ...only, children: [...only.children, below] }], images[0])
    const abreast = element('div', { className: ['abreast'] }, row)
    const lastFigure = figureOf([abreast, below], images[0])
    return {
      ...lastFigure,
      properties: { className: ['figure', 'one-caption'], dataAbreast: String(row.length) },
    }
  })
}

/**
 * A single table gets the caption as its own; with other content the caption is a line above or
 * below.
 */
function captioned(
  blocks: ElementContent[],
  words: ElementContent[],
  above: boolean,
): ElementContent[] {
  if (words.length === 0) return blocks
  const [box, ...others] = blocks.filter((node) => !isBlank(node))
  const table = box?.type === 'element' ? box.children[0] : undefined
  if (others.length === 0 && table?.type === 'element' && table.tagName === 'table') {
    table.children.unshift(element('caption', {}, words))
    return blocks
  }
  const line = element('p', { className: ['caption-line'] }, words)
  return above ? [line, ...blocks] : [...blocks, line]
}

/** `share`: the width of the table as a fraction (0–1) of the type area's width. */
function setTable(table: Element, share: number, context: ParseContext): Element {
  const setCells = (node: Element): Element => ({
    ...node,
    children: node.children.map((child) => {
      if (child.type !== 'element') return child
      if (child.tagName !== 'td' && child.tagName !== 'th') return setCells(child)
      const cell = share * shareOf(child, table)
      return { ...child, children: withinCell(child.children, cell, context) }
    }),
  })
  return setCells(table)
}

function withinCell(
  children: readonly ElementContent[],
  cell: number,
  context: ParseContext,
): ElementContent[] {
  return children.flatMap((node): ElementContent[] => {
    if (node.type !== 'element' || node.tagName === 'pre') return [node]
    if (node.tagName === 'table') return [setTable(node, cell, context)]
    if (node.tagName === 'img') {
      const place = { abreast: 1, cell, className: 'cell-picture' as const }
      return drawnAt(node, place, context)
    }
    const inside = withinCell(node.children, cell, context)
    // A cell has no space for nested figures: their content is stacked.
    if (node.tagName === 'figure') return inside
    return [
      node.tagName === 'figcaption'
        ? element('p', { className: ['caption-line'] }, inside)
        : { ...node, children: inside },
    ]
  })
}

function withinText(children: readonly ElementContent[], context: ParseContext): ElementContent[] {
  return children.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    if (node.tagName !== 'img') return [{ ...node, children: withinText(node.children, context) }]
    return drawnAt(node, { abreast: 1, className: 'inline-picture' }, context)
  })
}

function drawnAt(image: Element, place: PicturePlace, context: ParseContext): Element[] {
  const { drawn } = setPicture(image, place, context)
  return drawn ? [drawn] : []
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children })
