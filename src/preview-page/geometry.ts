import type { PageBox, PrintedBlock } from '../model/preview.js'

/** A point on a page, mm from the top left corner of the sheet. */
export interface PagePoint {
  page: number
  x: number
  y: number
}

/** Slack around a block, mm, within which a click is meant for it. */
const slack = 1.5

/** The smallest block at a point; undefined between blocks and in the margins. */
export function blockAt<Block extends { boxes: readonly PageBox[] }>(
  blocks: readonly Block[],
  at: PagePoint,
): Block | undefined {
  let best: { block: Block; area: number } | undefined
  for (const block of blocks) {
    for (const box of block.boxes) {
      if (!contains(box, at)) continue
      const area = box.width * box.height
      if (!best || area < best.area) best = { block, area }
    }
  }
  return best?.block
}

const contains = ({ page, left, top, width, height }: PageBox, at: PagePoint): boolean =>
  page === at.page &&
  at.x >= left - slack &&
  at.x <= left + width + slack &&
  at.y >= top - slack / 2 &&
  at.y <= top + height + slack / 2

/** The block on a page that is nearest to a height; undefined on a page without any. */
export function blockNear(
  blocks: readonly PrintedBlock[],
  { page, y }: Omit<PagePoint, 'x'>,
): { index: number; box: PageBox } | undefined {
  let best: { index: number; box: PageBox; distance: number } | undefined
  for (const [index, { boxes }] of blocks.entries()) {
    for (const box of boxes) {
      if (box.page !== page) continue
      const distance = Math.max(box.top - y, y - box.top - box.height, 0)
      if (!best || distance < best.distance) best = { index, box, distance }
    }
  }
  return best && { index: best.index, box: best.box }
}

/**
 * The block that a line of a source is printed in, or the last one before it; undefined for a file
 * without blocks.
 */
export function blockOfLine(
  blocks: readonly PrintedBlock[],
  { file, line }: { file: string; line: number },
): number | undefined {
  let best: number | undefined
  for (const [index, block] of blocks.entries()) {
    if (block.file !== file) continue
    const found = best === undefined ? undefined : blocks[best]
    const isBefore = block.line <= line
    if (!found || (isBefore && (found.line > line || block.line >= found.line))) best = index
  }
  return best
}

/** The pages of each row: one, or two that face each other. The first page of a book is on the right. */
export function rowsOf(pages: number, spreads: boolean): (number | undefined)[][] {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1)
  if (!spreads) return numbers.map((number) => [number])
  const rows: (number | undefined)[][] = [[undefined, 1]]
  for (let left = 2; left <= pages; left += 2)
    rows.push([left, left + 1 <= pages ? left + 1 : undefined])
  return rows
}
