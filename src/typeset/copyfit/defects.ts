import type { FlowBlock, PageFlow, PagePosition, Placed, Run } from './flow.js'
import { nearly } from './place.js'

/** What is unsightly about a page. */
export interface Defect {
  readonly kind: /** Lines are left blank at its foot though the text goes on: a heading or a picture moved on. */
    | 'hole'
    /** It is a right-hand page, and its last line is not level with that of the page on the left. */
    | 'uneven'
    /** A paragraph's first line stands alone at its foot, or the last one at its head. */
    | 'lone-first'
    | 'lone-last'
    /** It is the last page of an article and holds one or two lines. */
    | 'short-end'
  readonly page: number
  /** Of `hole` and `short-end`: how many lines. */
  readonly lines: number
}

/** An article should not end with a page of so few lines, its signature not counted. */
const fewLines = 2

/**
 * How bad a defect is. A hole is seen at once, a larger one more so, up to ten lines: then a picture
 * stands on the next page; a lone line is worse at the head of a page than at its foot (CLREQ 3.4.4).
 */
export function pointsOf({ kind, lines }: Defect): number {
  switch (kind) {
    case 'short-end':
      return 10
    case 'hole':
      return 10 + 2 * Math.min(10, Math.round(lines))
    case 'uneven':
      return 6
    case 'lone-last':
      return 12
    case 'lone-first':
      return 8
  }
}

/** Where a run stands, so far: behind its last block, and where the page on the left ends. */
export interface RunState {
  readonly end: PagePosition
  /** Undefined for a page that is not the left one of two, or that was ended on purpose. */
  readonly leftFoot: number | undefined
}

/** Where the first block of a run begins. */
export const startOfRun = ({ from }: FlowBlock): RunState => ({ end: from, leftFoot: undefined })

type Page = Pick<PageFlow, 'pageLines' | 'duplex'>

/** Adds a block to a run: the defects of the pages that end with it, and of its own lines. */
export function afterBlock(
  { end, leftFoot }: RunState,
  block: Pick<FlowBlock, 'isText' | 'startsPage'>,
  { from, to, foot }: Placed,
  { pageLines, duplex }: Page,
): { state: RunState; defects: Defect[] } {
  const defects: Defect[] = []
  let left = leftFoot
  const endPage = (page: number, at: number, isOnPurpose: boolean) => {
    const hole = pageLines - at
    if (!isOnPurpose && hole > 0.5) defects.push({ kind: 'hole', page, lines: hole })
    const isLeft = duplex && page % 2 === 0
    if (duplex && !isLeft && !isOnPurpose && left !== undefined && Math.abs(left - at) > 0.5)
      defects.push({ kind: 'uneven', page, lines: 0 })
    left = isLeft && !isOnPurpose ? at : undefined
  }
  if (from.page > end.page) endPage(end.page, end.at, block.startsPage)
  for (let page = from.page; page < to.page; page++) {
    const at = page === to.page - 1 ? (foot ?? pageLines) : pageLines
    if (page === from.page && block.isText && at - from.at <= 1 + nearly)
      defects.push({ kind: 'lone-first', page, lines: 1 })
    endPage(page, at, false)
  }
  if (to.page > from.page && block.isText && to.at <= 1 + nearly)
    defects.push({ kind: 'lone-last', page: to.page, lines: 1 })
  return { state: { end: to, leftFoot: left }, defects }
}

/** The defects of a run's last page. */
export function atEnd({ end }: RunState, { blocks, sharesLastPage }: Run): Defect[] {
  const signed = blocks.at(-1)
  const signature = signed?.isSignature ? signed.space + signed.to.at - signed.from.at : 0
  const isFirstPage = end.page === blocks[0]?.from.page
  const lines = end.at - signature
  if (isFirstPage || sharesLastPage || lines > fewLines + nearly) return []
  return [{ kind: 'short-end', page: end.page, lines: Math.round(end.at) }]
}

/** All that is unsightly about a run as it stands. */
export function defectsOf(run: Run, page: Page): Defect[] {
  const [first] = run.blocks
  if (!first) return []
  let state = startOfRun(first)
  const all: Defect[] = []
  for (const block of run.blocks) {
    const { state: next, defects } = afterBlock(state, block, block, page)
    state = next
    all.push(...defects)
  }
  return [...all, ...atEnd(state, run)]
}

/** A page of paper weighs as much as several defects. */
const pointsOfPage = 30

/** How bad a run is that begins and ends on these pages and has these defects. */
export const pointsOfRun = ({
  from,
  to,
  defects,
}: {
  from: number
  to: number
  defects: readonly Defect[]
}): number =>
  defects.reduce((sum, defect) => sum + pointsOf(defect), pointsOfPage * (to - from + 1))

/** How bad a run is as it stands: the fewer points the better. */
export const pointsAsItStands = (run: Run, page: Page): number =>
  pointsOfRun({
    from: run.blocks[0]?.from.page ?? 0,
    to: run.blocks.at(-1)?.to.page ?? 0,
    defects: defectsOf(run, page),
  })
