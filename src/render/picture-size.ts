import type { Box } from '../read/pictures.js'

/** The measures of the page that decide how large a picture prints, mm and lines. */
export interface PictureRoom {
  /** Width of the type area, mm. */
  measure: number
  /** One grid line, mm. */
  line: number
  /** Lines on a page. */
  lines: number
}

/** Between pictures that stand side by side, mm. */
const gutter = 5.571
/** Tallest picture that nobody gave a width, in parts of the page: a 4:3 photo across the measure. */
const usualHeight = 13 / 25
/** Lines that a page keeps for the caption and the line under it. */
const captionLines = 2

/**
 * The printed size of a picture in mm: as wide as the article wishes, else as wide as its place in
 * the row, never enlarged beyond 96 px an inch, never taller than the page with its caption.
 */
export function pictureSize(
  pixels: { width: number; height: number },
  wish: { width?: number; abreast: number },
  room: PictureRoom,
): Box {
  const slot = (room.measure - gutter * (wish.abreast - 1)) / wish.abreast
  const natural = (pixels.width / 96) * 25.4
  const width =
    wish.width === undefined ? Math.min(slot, natural) : Math.min(slot, wish.width * room.measure)
  const tallest =
    wish.width === undefined
      ? Math.round(room.lines * usualHeight) * room.line
      : (room.lines - captionLines) * room.line
  const height = (width * pixels.height) / pixels.width
  const shrink = Math.min(1, tallest / height)
  return { width: width * shrink, height: height * shrink }
}

/** Whole grid lines that a height in mm takes; a hair over a line is still that line. */
export const linesFor = (height: number, room: PictureRoom): number =>
  Math.ceil(height / room.line - 0.01)

/** Pictures side by side at one height, together as wide as the type area, no taller than one alone would be. */
export function levelRow(boxes: readonly Box[], room: PictureRoom): Box[] {
  if (boxes.length < 2) return [...boxes]
  const aspects = boxes.map(({ width, height }) => width / height)
  const width = room.measure - gutter * (boxes.length - 1)
  const natural = width / aspects.reduce((sum, aspect) => sum + aspect, 0)
  const height = Math.min(natural, Math.round(room.lines * usualHeight) * room.line)
  return aspects.map((aspect) => ({ width: aspect * height, height }))
}
