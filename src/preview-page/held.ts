import type { Edition } from '../model/preview.js'
import type { PagePoint } from './geometry.js'
import { sameBlock } from './same-block.js'

/** What stands in the middle of the window. */
export interface Held {
  point: PagePoint
  /** Index in the edition's blocks; undefined on a page without any, such as the contents. */
  block: number | undefined
  /** Height of the middle below the top of the block or page, mm. */
  below: number
}

type Blocks = Pick<Edition, 'blocks'>

/** Where in the next edition the held place is. */
export function movedTo(held: Held, before: Blocks, next: Blocks): Held {
  if (held.block === undefined) return held
  const block = sameBlock(before.blocks, held.block, next.blocks)
  const boxes = block === undefined ? [] : (next.blocks[block]?.boxes ?? [])
  const [first] = boxes
  if (!first) return { ...held, block: undefined, below: held.point.y }
  // A paragraph over two pages: the part that was in the middle, counted from the nearer end.
  const were = before.blocks[held.block]?.boxes ?? []
  const part = were.findIndex(({ page }) => page === held.point.page)
  const { page } = boxes[Math.min(Math.max(part, 0), boxes.length - 1)] ?? first
  return { ...held, block, point: { ...held.point, page } }
}
