import type { FlowBlock, PagePosition, Placed } from './flow.js'

/** What a block needs where it stands; found from a layout (`knownBlocks`). */
export interface KnownBlock extends FlowBlock {
  /** Its height, with what it left blank at the foot of a page within. */
  readonly lines: number
  /** Lines that must be free for it to begin on a page, with those of the next block that it keeps. */
  readonly needs: number
}

/** Less than this is the rounding of a browser. */
export const nearly = 0.1

/**
 * Where a block comes to stand behind `end`, in a layout with `pageLines` on a page; with so many
 * lines more. The rules are those of the style sheets: orphans and widows of one line, blank space
 * dropped at the head of a page, the last line of a text with the next block if that is kept with it.
 */
export function placed(
  block: KnownBlock,
  end: PagePosition,
  {
    pageLines,
    next,
    more = 0,
  }: { pageLines: number; next?: KnownBlock | undefined; more?: number },
): Placed {
  const room = pageLines - end.at - block.space
  const moves = block.startsPage || (end.at > 0 && room < block.needs - nearly)
  const from = moves
    ? { page: end.page + 1, at: 0 }
    : { page: end.page, at: end.at === 0 ? 0 : end.at + block.space }
  const lines = block.lines + more
  if (block.unbroken) return { from, to: { page: from.page, at: from.at + lines } }
  let { page, at } = from
  let rest = lines
  while (at + rest > pageLines + nearly) {
    rest -= Math.max(1, Math.floor(pageLines - at + nearly))
    page++
    at = 0
  }
  const to = { page, at: at + rest }
  const isTorn =
    block.keepsWithNext &&
    next !== undefined &&
    to.at + next.space + next.needs > pageLines + nearly
  if (isTorn && rest > 1 + nearly) return { from, to: { page: page + 1, at: 1 }, foot: to.at - 1 }
  return page > from.page ? { from, to, foot: pageLines } : { from, to }
}

/**
 * The blocks of a run with what the layout shows of their needs: each then comes to stand where it was
 * found if nothing in front of it changes.
 */
export function knownBlocks(blocks: readonly FlowBlock[], pageLines: number): KnownBlock[] {
  const known: KnownBlock[] = []
  // From the end: a block that is kept with the next needs what that needs.
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index]
    if (!block) continue
    const next = known[0]
    const lines = heightOf(block, pageLines)
    const isWhole = block.unbroken || lines <= 1 + nearly
    const least = isWhole ? lines + block.below : 1
    const kept = block.keepsWithNext && isWhole && next ? next.space + next.needs : 0
    const before = blocks[index - 1]?.to
    const needs = before ? shownNeeds(block, before, { pageLines, needs: least + kept }) : least
    known.unshift({ ...block, lines, needs })
  }
  return known
}

/** The height of a block, over all pages on which it stands. */
const heightOf = ({ from, to, foot }: Placed, pageLines: number): number =>
  to.page === from.page
    ? to.at - from.at
    : (foot ?? pageLines) - from.at + (to.page - from.page - 1) * pageLines + to.at

/** The needs of a block, corrected where it moved though it would have fitted, or stayed though not. */
function shownNeeds(
  { from, space, startsPage }: FlowBlock,
  before: PagePosition,
  { pageLines, needs }: { pageLines: number; needs: number },
): number {
  const room = pageLines - before.at - space
  if (startsPage || before.at === 0) return needs
  if (from.page > before.page) return Math.max(needs, room + 1)
  return Math.min(needs, Math.max(room, 0))
}
