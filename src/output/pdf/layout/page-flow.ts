import type { PageFlow } from '../../../typeset/copyfit/flow.js'

/**
 * Runs inside the browser, while the pages are laid out as columns (`paginate`). Where every block
 * stands on them, for the planner of `page.fit` (typeset/copyfit).
 */
export function pageFlow({ duplex }: { duplex: boolean }): PageFlow {
  type Run = PageFlow['runs'][number]
  type FlowBlock = Run['blocks'][number]
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  if (!sheet) return { pageLines: 0, duplex, runs: [] }
  const edge = sheet.getBoundingClientRect()
  const line = Number.parseFloat(getComputedStyle(sheet).lineHeight)
  const pageLines = Math.floor(edge.height / line + 0.01)
  const inLines = (length: number) => {
    const lines = length / line
    return Math.abs(lines - Math.round(lines)) < 0.1
      ? Math.round(lines)
      : Math.round(lines * 100) / 100
  }
  const pageAt = ({ left }: DOMRect) => Math.floor((left - edge.left + 1) / edge.width) + 1
  const inline = /^(?:inline|ruby|contents|none)/

  interface Leaf {
    element: HTMLElement
    /** Of the block and of those whose first it is, px. */
    marginTop: number
    /** Of those whose last it is, px. */
    paddingBottom: number
    startsPage: boolean
    endsPage: boolean
    keepsWithNext: boolean
    keptWithPrevious: boolean
  }
  const plain = {
    marginTop: 0,
    paddingBottom: 0,
    startsPage: false,
    endsPage: false,
    keepsWithNext: false,
    keptWithPrevious: false,
  }
  /** The blocks that hold no blocks that may be parted, in order; what a container asks at its edges they do. */
  const leavesOf = (element: HTMLElement): Leaf[] => {
    const style = getComputedStyle(element)
    const { display, position, breakBefore, breakAfter, breakInside } = style
    if (display === 'none' || position === 'absolute' || position === 'fixed') return []
    const children = [...element.children].filter(
      (child): child is HTMLElement =>
        child instanceof HTMLElement &&
        (child.matches('.composed') || !inline.test(getComputedStyle(child).display)),
    )
    const isLeaf =
      children.length === 0 ||
      breakInside === 'avoid' ||
      element.matches('.composed, .table, .figure, pre, p')
    const leaves = isLeaf ? [{ element, ...plain }] : children.flatMap(leavesOf)
    const [first, last] = [leaves[0], leaves.at(-1)]
    if (first) first.marginTop = Math.max(first.marginTop, Number.parseFloat(style.marginTop))
    if (first && breakBefore === 'column') first.startsPage = true
    if (first && breakBefore === 'avoid') first.keptWithPrevious = true
    if (last && !isLeaf) last.paddingBottom += Number.parseFloat(style.paddingBottom)
    if (last && breakAfter === 'column') last.endsPage = true
    if (last && breakAfter === 'avoid') last.keepsWithNext = true
    return leaves
  }

  const rowsOf = (element: HTMLElement) => {
    const boxes = [...element.getClientRects()].filter(({ height }) => height > 0)
    // The box of a run of text is lower than its line.
    const half = element.tagName === 'SPAN' ? line / 2 : 0
    const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2
    return boxes.map((box) => ({
      page: pageAt(box),
      top: inLines((half > 0 ? middle(box) - half : box.top) - edge.top),
      // The box of a block that goes on reaches to the end of the column.
      bottom: Math.min(pageLines, inLines((half > 0 ? middle(box) + half : box.bottom) - edge.top)),
    }))
  }

  const paragraphOf = (element: HTMLElement): Pick<FlowBlock, 'paragraph'> => {
    const [key, fewer, more] = (element.dataset.fit ?? '').split(' ')
    if (!key) return {}
    return {
      paragraph: {
        key,
        ...(fewer !== '-' && { fewer: Number(fewer) }),
        ...(more !== '-' && { more: Number(more) }),
      },
    }
  }

  const blocksOf = (leaves: readonly Leaf[]): FlowBlock[] => {
    const blocks: FlowBlock[] = []
    for (const [index, leaf] of leaves.entries()) {
      const { element } = leaf
      const rows = rowsOf(element)
      const [first, last] = [rows[0], rows.at(-1)]
      if (!first || !last) continue
      const before = blocks.at(-1)?.to
      const { breakInside } = getComputedStyle(element)
      const isBelow = before?.page === first.page
      const foot = rows.findLast(({ page }) => page === last.page - 1)?.bottom
      blocks.push({
        from: { page: first.page, at: first.top },
        to: { page: last.page, at: last.bottom },
        ...(foot !== undefined && first.page < last.page && { foot }),
        space: Math.max(0, isBelow ? first.top - before.at : inLines(leaf.marginTop)),
        below: inLines(leaf.paddingBottom),
        isText: element.tagName === 'P' || element.matches('.composed'),
        unbroken: breakInside === 'avoid',
        keepsWithNext: leaf.keepsWithNext || leaves[index + 1]?.keptWithPrevious === true,
        startsPage: leaf.startsPage || leaves[index - 1]?.endsPage === true,
        isSignature: element.matches('.signature'),
        ...paragraphOf(element),
      })
    }
    return blocks
  }

  const colophon = sheet.querySelector<HTMLElement>('[data-role~="colophon"]')
  const colophonPage = colophon ? rowsOf(colophon)[0]?.page : undefined
  const runs: Leaf[][] = []
  for (const child of sheet.children) {
    if (!(child instanceof HTMLElement) || child === colophon) continue
    const leaves = leavesOf(child)
    const run = runs.at(-1)
    if (run && !leaves[0]?.startsPage && !run.at(-1)?.endsPage) run.push(...leaves)
    else runs.push(leaves)
  }
  const found = runs.map(blocksOf).filter((blocks) => blocks.length > 0)
  return {
    pageLines,
    duplex,
    runs: found.map((blocks) => ({
      blocks,
      sharesLastPage: colophonPage !== undefined && blocks.at(-1)?.to.page === colophonPage,
    })),
  }
}
