import type { PictureReference, PictureWishes } from '../model/article.js'
import type { Box } from '../model/picture.js'

/** The page dimensions that decide how large a picture prints. */
export interface PictureRoom {
  /** Width of the type area, mm. */
  measure: number
  /** Height of one grid line, mm. */
  line: number
  /** Lines on a page. */
  lines: number
}

/** Gap between pictures side by side, mm. */
const gutter = 5.571
/**
 * Maximum height of a picture without a given width, as a fraction of the page: a 4:3 photo as wide
 * as the type area.
 */
const usualHeight = 13 / 25
/** Lines reserved on a page for the caption and the line below it. */
const captionLines = 2

/** Left and right padding of a table cell with its rules, mm. */
const cellEdges = 3.6

/** Whether the article sets the size of the picture. */
export const isWished = ({ width, widthMm, heightMm, split }: PictureWishes): boolean =>
  split === true || (width ?? widthMm ?? heightMm) !== undefined

/** Pictures side by side or in a table are not split. */
const mayGoOn = ({ split, abreast, cell }: PictureWishes) =>
  split === true && abreast === 1 && cell === undefined

/** Whether a picture continues on the next pages. */
export const continuesOnNextPages = (box: Box, wish: PictureWishes, room: PictureRoom): boolean =>
  mayGoOn(wish) && box.height > wholePage(room)

/**
 * The printed size of a picture, mm: the width and height that the article sets, otherwise the width
 * of its place in the row or table, but never larger than 96 px per inch, and never taller than a
 * page with its caption unless it may be split. Keeps the aspect ratio.
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

/** The width of a picture without the limit of the page's height, mm. */
const slotWidth = (
  pixels: { width: number; height: number },
  wish: PictureWishes,
  room: PictureRoom,
): number => Math.min(slotOf(wish, room), widthOf(pixels, wish, room))

/** Minimum ratio of height to width of a long screenshot. No photo has it. */
const longRatio = 3

/**
 * Whether a picture is so long and narrow that it loses more than half of its width to fit the
 * page. Nothing on it can be read then.
 */
export const isSqueezed = (
  pixels: { width: number; height: number },
  box: Box,
  wish: PictureWishes,
  room: PictureRoom,
): boolean =>
  pixels.height >= longRatio * pixels.width && box.width < slotWidth(pixels, wish, room) / 2

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

/** Maximum height of a picture that shares a page with its caption, mm. */
const wholePage = ({ lines, line }: PictureRoom) => (lines - captionLines) * line

function tallest(wish: PictureWishes, room: PictureRoom): number {
  if (mayGoOn(wish)) return Number.POSITIVE_INFINITY
  if (isWished(wish)) return wholePage(room)
  return Math.round(room.lines * usualHeight) * room.line
}

/** Whole grid lines that a height in mm takes, with a tolerance of 0.01 line. */
export const linesFor = (height: number, room: PictureRoom): number =>
  Math.ceil(height / room.line - 0.01)

/**
 * Scales pictures side by side to one height, so that together they are as wide as the type area,
 * but no taller than a single picture may be.
 */
export function levelRow(boxes: readonly Box[], room: PictureRoom): Box[] {
  if (boxes.length < 2) return [...boxes]
  const aspects = boxes.map(({ width, height }) => width / height)
  const width = room.measure - gutter * (boxes.length - 1)
  const natural = width / aspects.reduce((sum, aspect) => sum + aspect, 0)
  const height = Math.min(natural, Math.round(room.lines * usualHeight) * room.line)
  return aspects.map((aspect) => ({ width: aspect * height, height }))
}

/**
 * Returns URL and printed size (mm) of a picture of an article; undefined when it could not be
 * read.
 */
export type PictureLookup = (reference: PictureReference) => PrintedPicture | undefined

export interface PrintedPicture {
  address: string
  box: Box
  /** Whether the article sets its size. Such a picture is not scaled to its row. */
  wished: boolean
  /**
   * The bands of a picture that continues on the next pages; `box` is the size of the whole
   * picture.
   */
  bands?: PrintedBand[]
}

/** One band of a split picture. Its file extends a little under the next band. */
export interface PrintedBand {
  address: string
  /** Heights in mm without (`height`) and with (`whole`) the part under the next band. */
  height: number
  whole: number
}
