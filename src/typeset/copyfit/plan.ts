import type { Defect, RunState } from './defects.js'
import {
  afterBlock,
  atEnd,
  defectsOf,
  pointsAsItStands,
  pointsOf,
  pointsOfRun,
  startOfRun,
} from './defects.js'
import type { PageFlow, Run } from './flow.js'
import type { KnownBlock } from './place.js'
import { knownBlocks, placed } from './place.js'

/** A paragraph that is asked for a line fewer (−1) or one more (1), and for which page's sake. */
export interface Ask {
  readonly key: string
  readonly lines: -1 | 1
  readonly why: Defect
}

/** No run becomes more lines longer or shorter than that. */
const mostLines = 4

/** What it costs to ask a paragraph, in the points of defects: what its lines give up counts on top. */
const pointsOfAsk = 2
/** The thousandths in which lines are judged that weigh as much as a point. */
const costOfPoint = 500

/** A way to set a run up to some block. */
interface Way extends RunState {
  /** Of all its defects and asks. */
  readonly points: number
  /** Of its asks alone. */
  readonly asking: number
  /** By how many lines it is longer than the run by itself. */
  readonly longer: number
  readonly asked: Asked | undefined
  readonly defects: readonly Defect[]
}

/** The last paragraph that a way asks, and those before it. */
interface Asked {
  readonly count: number
  readonly block: number
  readonly page: number
  readonly key: string
  readonly lines: -1 | 1
  readonly before: Asked | undefined
}

/**
 * The best choice of paragraphs for a run. Dynamic programming over its blocks: of the ways that end
 * at the same place of the same page only the cheapest is followed; of equal ones the one whose last
 * change is nearest. Nothing is asked unless the pages become better by more than it costs.
 */
export function planRun(run: Run, page: Omit<PageFlow, 'runs'>): Ask[] {
  const present = defectsOf(run, page)
  const [first] = run.blocks
  if (present.length === 0 || !first) return []
  const blocks = knownBlocks(run.blocks, page.pageLines)
  let ways: Way[] = [
    { ...startOfRun(first), points: 0, asking: 0, longer: 0, asked: undefined, defects: [] },
  ]
  for (const index of blocks.keys()) ways = cheapest(nextWays(ways, { blocks, index, page }))
  const ends = ways.map((way): Way => {
    const defects = [...way.defects, ...atEnd(way, run)]
    const points = pointsOfRun({ from: first.from.page, to: way.end.page, defects })
    return { ...way, defects, points: way.asking + points }
  })
  const best = ends.reduce((a, b) => (isBetter(b, a) ? b : a))
  if (best.points >= pointsAsItStands(run, page)) return []
  const mended = present.filter(
    ({ kind, page: on }) => !best.defects.some((left) => left.kind === kind && left.page === on),
  )
  const asked = listOf(best.asked)
  return asked.map(({ key, lines, page: on }, index) => ({
    key,
    lines,
    why: reason(mended.length > 0 ? mended : present, on, asked[index + 1]?.page),
  }))
}

interface Step {
  readonly blocks: readonly KnownBlock[]
  readonly index: number
  readonly page: Omit<PageFlow, 'runs'>
}

/** All ways that a block can be added to the ways up to it. */
function nextWays(ways: readonly Way[], { blocks, index, page }: Step): Way[] {
  const block = blocks[index]
  if (!block) return [...ways]
  const usual = index === 0 ? { ...block, startsPage: false, needs: 0, space: 0 } : block
  const { paragraph } = block
  const choices = [
    { more: 0, cost: 0 } as const,
    ...(paragraph?.fewer === undefined
      ? []
      : [{ more: -1, cost: costOf(paragraph.fewer) } as const]),
    ...(paragraph?.more === undefined ? [] : [{ more: 1, cost: costOf(paragraph.more) } as const]),
  ]
  const { pageLines } = page
  return ways.flatMap((way) =>
    choices.flatMap(({ more, cost }): Way[] => {
      const longer = way.longer + more
      if (Math.abs(longer) > mostLines) return []
      const at = placed(usual, way.end, { pageLines, next: blocks[index + 1], more })
      const { state, defects } = afterBlock(way, usual, at, page)
      const points = defects.reduce((sum, defect) => sum + pointsOf(defect), way.points + cost)
      const count = (way.asked?.count ?? 0) + 1
      const asked =
        more === 0 || !paragraph
          ? way.asked
          : {
              count,
              block: index,
              page: at.from.page,
              key: paragraph.key,
              lines: more,
              before: way.asked,
            }
      const asking = way.asking + cost
      return [{ ...state, points, asking, longer, asked, defects: [...way.defects, ...defects] }]
    }),
  )
}

const costOf = (given: number): number => pointsOfAsk + Math.ceil(Math.max(0, given) / costOfPoint)

/** Of the ways that end at the same place, the best one. */
function cheapest(ways: readonly Way[]): Way[] {
  const best = new Map<string, Way>()
  for (const way of ways) {
    const { end, leftFoot, longer } = way
    const key = [end.page, end.at.toFixed(1), leftFoot?.toFixed(1), longer].join(' ')
    const known = best.get(key)
    if (!known || isBetter(way, known)) best.set(key, way)
  }
  return [...best.values()]
}

/** Fewer points; else fewer paragraphs asked; else the last of them nearer. */
function isBetter(a: Way, b: Way): boolean {
  if (a.points !== b.points) return a.points < b.points
  const [asksOfA, asksOfB] = [a.asked?.count ?? 0, b.asked?.count ?? 0]
  if (asksOfA !== asksOfB) return asksOfA < asksOfB
  return (a.asked?.block ?? 0) > (b.asked?.block ?? 0)
}

function listOf(last: Asked | undefined): Asked[] {
  const all: Asked[] = []
  for (let asked = last; asked; asked = asked.before) all.push(asked)
  return all.reverse()
}

/** What is told of several reasons to ask a paragraph. */
const foremost: readonly Defect['kind'][] = [
  'short-end',
  'hole',
  'lone-last',
  'lone-first',
  'uneven',
]

/** For what a paragraph is asked: what is mended from its page on, before that of the next one asked. */
function reason(defects: readonly Defect[], from: number, next = Number.POSITIVE_INFINITY): Defect {
  const behind = defects.filter(({ page }) => page >= from)
  const near = behind.filter(({ page }) => page < next)
  const candidates = [near, behind].find(({ length }) => length > 0) ?? defects
  const rank = ({ kind }: Defect) => foremost.indexOf(kind)
  return candidates.reduce((a, b) => (rank(b) < rank(a) ? b : a))
}
