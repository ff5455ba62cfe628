import type { Element, ElementContent, Text } from 'hast'
import type { Drawn, Room } from './drawn.js'
import type { Units } from './item.js'
import { em } from './item.js'
import type { BoxPiece, Piece, TextPiece } from './pieces.js'

/** How text is measured: see `TextPiece`. */
export type InlineFace = Pick<TextPiece, 'width' | 'size'>

/**
 * What an element makes of the face around it: another face for the text in it, or a box that is
 * taken whole (a picture, ruby, the mark of a note).
 */
export type FaceWithin<Face extends InlineFace = InlineFace> = (
  around: Face,
  element: Element,
) => Face | BoxPiece

/** The content of a block as pieces, and where in their text each node begins. */
export interface InlineText {
  readonly pieces: readonly Piece[]
  readonly starts: ReadonlyMap<ElementContent, number>
  readonly sizes: ReadonlyMap<Text, Units>
  readonly boxes: ReadonlySet<ElementContent>
}

/** Reads the inline content of a block. A `wbr` has no part in it; comments neither. */
export function inlineText<Face extends InlineFace>(
  content: readonly ElementContent[],
  face: Face,
  faceWithin: FaceWithin<Face>,
): InlineText {
  const pieces: Piece[] = []
  const starts = new Map<ElementContent, number>()
  const sizes = new Map<Text, Units>()
  const boxes = new Set<ElementContent>()
  let at = 0
  const readText = (node: Text, around: Face) => {
    pieces.push({ width: around.width, size: around.size ?? em, kind: 'text', text: node.value })
    sizes.set(node, around.size ?? em)
    at += node.value.length
  }
  const readElement = (node: Element, around: Face) => {
    if (node.tagName === 'wbr') return
    const within = node.tagName === 'br' ? ({ kind: 'break' } as const) : faceWithin(around, node)
    if (!('kind' in within)) return readAll(node.children, within)
    pieces.push(within)
    boxes.add(node)
    at += 1
  }
  const readAll = (nodes: readonly ElementContent[], around: Face) => {
    for (const node of nodes) {
      starts.set(node, at)
      if (node.type === 'text') readText(node, around)
      else if (node.type === 'element') readElement(node, around)
    }
  }
  readAll(content, face)
  return { pieces, starts, sizes, boxes }
}

/**
 * The content with the lines drawn in: a `wbr` where each begins, a span around each item that has
 * room at its sides. All else stays as it was, every text in its order. For a style sheet that says
 * `white-space: nowrap` and `text-align: justify` of the block, `white-space: normal` of `wbr`, and
 * has the classes of usual rooms (typeset/lines/style.ts).
 */
export function withLines(
  content: readonly ElementContent[],
  { starts, sizes, boxes }: InlineText,
  { breaks, rooms }: Drawn,
): ElementContent[] {
  /** The next break and the next room: both are in the order of the text, in which all is written. */
  let breakAt = 0
  let roomAt = 0
  const beginsLine = (at: number) => {
    if (breaks[breakAt] !== at) return false
    breakAt++
    return true
  }
  const write = (node: ElementContent): ElementContent[] => {
    const start = starts.get(node) ?? 0
    if (node.type === 'text') return writeText(node, start, sizes.get(node) ?? em)
    if (node.type !== 'element') return [node]
    if (node.tagName === 'wbr') return []
    if (boxes.has(node)) {
      // A box has its own width and takes no room.
      if (rooms[roomAt]?.from === start) roomAt++
      return beginsLine(start) ? [lineStart(), node] : [node]
    }
    return [{ ...node, children: node.children.flatMap(write) }]
  }
  const writeText = (node: Text, start: number, size: Units): ElementContent[] => {
    const made: ElementContent[] = []
    const end = start + node.value.length
    let from = start
    const plainUpTo = (to: number) => {
      if (to > from) made.push({ type: 'text', value: node.value.slice(from - start, to - start) })
      from = to
    }
    for (;;) {
      const room = rooms[roomAt]
      const at = Math.min(breaks[breakAt] ?? end, room?.from ?? end)
      if (at >= end) break
      plainUpTo(at)
      if (beginsLine(at)) made.push(lineStart())
      if (room?.from !== at) continue
      roomAt++
      from = room.to
      made.push(roomy(node.value.slice(at - start, from - start), room, size))
    }
    plainUpTo(end)
    return made
  }
  return content.flatMap(write)
}

const lineStart = (): Element => ({ type: 'element', tagName: 'wbr', properties: {}, children: [] })

/** Usual rooms by what they are before and behind, in thousandths, and the classes that make them. */
const classOf: Readonly<Record<string, string>> = {
  '-500 0': 'cut-before',
  '0 -500': 'cut-after',
  '250 250': 'gaps',
  '250 0': 'gap-before',
  '0 250': 'gap-after',
}

/** A run with its room, in ems of its own size. A word has margins: letters would be spaced out. */
function roomy(text: string, { before, after }: Room, size: Units): Element {
  const name = size === em ? classOf[`${before} ${after}`] : undefined
  const behind = after < 0 || text.trim() === '' ? 'letter-spacing' : 'margin-inline-end'
  const style = [
    ...(before === 0 ? [] : [`margin-inline-start:${ems(before, size)}`]),
    ...(after === 0 ? [] : [`${behind}:${ems(after, size)}`]),
  ].join(';')
  return {
    type: 'element',
    tagName: 'span',
    properties: name === undefined ? { style } : { className: [name] },
    children: [{ type: 'text', value: text }],
  }
}

/** A length for a style sheet, to a ten thousandth: whole numbers only, as fractions are slow to write. */
function ems(units: Units, size: Units): string {
  const parts = Math.round((units * em * 10) / size)
  const sign = parts < 0 ? '-' : ''
  const digits = Math.abs(parts)
  const fraction = `${10_000 + (digits % 10_000)}`.slice(1).replace(/0+$/, '')
  return `${sign}${Math.floor(digits / 10_000)}${fraction === '' ? '' : '.'}${fraction}em`
}
