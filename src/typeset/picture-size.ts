import type { PictureReference, PictureWishes } from '../model/article.js'
import type { Box } from '../model/picture.js'

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

/** What a cell of a table keeps on both sides of what is in it, and its rules, mm. */
const cellEdges = 3.6

/** Whether the article gives the size of a picture. */
export const isWished = ({ width, widthMm, heightMm, split }: PictureWishes): boolean =>
  split === true || (width ?? widthMm ?? heightMm) !== undefined

/** What stands beside others, or in a table, is not cut. */
const mayGoOn = ({ split, abreast, cell }: PictureWishes) =>
  split === true && abreast === 1 && cell === undefined

/** Whether a picture goes on over the next pages. */
export const goesOn = (box: Box, wish: PictureWishes, room: PictureRoom): boolean =>
  mayGoOn(wish) && box.height > wholePage(room)

/**
 * The printed size of a picture in mm: as wide and high as the article wishes, else as wide as its
 * place in the row or in the table, never enlarged beyond 96 px an inch, never taller than the page
 * with its caption unless it is to be split. Its proportions stay.
 */
export function pictureSize(
  pixels: { width: number; height: number },
  wish: PictureWishes,
  room: PictureRoom,
): Box {
  const aspect = pixels.width / pixels.height
  const width = slotWidth(pixels, wish, room)
  const height = Math.min(width / aspect, tallest(wish, room))
  return { width: height * aspect, height }
}

/** The width of a picture were there no end to the page's height. */
const slotWidth = (
  pixels: { width: number; height: number },
  wish: PictureWishes,
  room: PictureRoom,
): number => Math.min(slotOf(wish, room), widthOf(pixels, wish, room))

/** Times its width that a long screenshot is tall; a photo is never. */
const long = 3

/**
 * Whether a picture is so long and narrow that it has less than half of its width when it fits the
 * page: nobody can read what is on it.
 */
export const isSqueezed = (
  pixels: { width: number; height: number },
  box: Box,
  wish: PictureWishes,
  room: PictureRoom,
): boolean => pixels.height >= long * pixels.width && box.width < slotWidth(pixels, wish, room) / 2

function slotOf({ abreast, cell }: PictureWishes, { measure }: PictureRoom): number {
  if (cell !== undefined) return Math.max(1, measure * cell - cellEdges)
  return (measure - gutter * (abreast - 1)) / abreast
}

function widthOf(
  pixels: { width: number; height: number },
  { width, widthMm, heightMm }: PictureWishes,
  { measure }: PictureRoom,
): number {
  const wished = width === undefined ? widthMm : width * measure
  const byHeight = heightMm && (heightMm * pixels.width) / pixels.height
  if (wished === undefined && byHeight === undefined) return (pixels.width / 96) * 25.4
  return Math.min(wished ?? Number.POSITIVE_INFINITY, byHeight ?? Number.POSITIVE_INFINITY)
}

/** The tallest picture that a page has room for, with its caption, mm. */
const wholePage = ({ lines, line }: PictureRoom) => (lines - captionLines) * line

function tallest(wish: PictureWishes, room: PictureRoom): number {
  if (mayGoOn(wish)) return Number.POSITIVE_INFINITY
  if (isWished(wish)) return wholePage(room)
  return Math.round(room.lines * usualHeight) * room.line
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

/** Where the page finds a picture of an article, and the size it prints at, mm. */
export type PictureLookup = (reference: PictureReference) => PrintedPicture | undefined

export interface PrintedPicture {
  address: string
  box: Box
  /** Whether the article gives its size; then the row leaves it alone. */
  wished: boolean
  /** A picture that goes on over the next pages, in pieces; `box` is that of all of them. */
  bands?: PrintedBand[]
}

/** A piece of a picture. Its file reaches a little under the next one, from which it is `height` away. */
export interface PrintedBand {
  address: string
  /** mm, without and with what lies under the next. */
  height: number
  whole: number
}
