import type { Item, Units } from './item.js'
import { em, isSpace } from './item.js'
import type { Punctuation } from './settings.js'

/** The order in which a line that is too long gives room (CLREQ, 行内调整; JLReq 3.8.3); -1: nothing to give. */
export const step = { none: -1, space: 0, bracket: 1, pause: 2, gap: 3, final: 4 } as const
export type ReductionStep = (typeof step)[keyof typeof step]
export const steps = 5

/** What happens between two items that stand in one line. */
export interface Junction {
  /** What is taken behind the first item, in front of the second, however full the line is. */
  readonly trimAfter: Units
  readonly trimBefore: Units
  /** The gap between Han and Latin. */
  readonly gap: Units
  /** How much more can be taken, when the step comes to it, and of which item. */
  readonly step: ReductionStep
  readonly shrink: Units
  readonly shrinksSecond: boolean
  /** How much a word space or a gap takes before all others are spread; whether it is spread with all. */
  readonly room: 'space' | 'gap' | 'even' | 'none'
}

/** A word space is never less than this (CLREQ: 西文词距), a gap between Han and Latin half of its own. */
const leastSpace = em / 4

const marks: ReadonlySet<string> = new Set(['opening', 'closing', 'pause', 'final', 'middle'])
const words: ReadonlySet<string> = new Set(['latin', 'number'])
const cells: ReadonlySet<string> = new Set(['han', 'box'])

/** How the punctuation is set, and the gap between Han and Latin. */
export interface JunctionSettings {
  readonly punctuation: Punctuation
  readonly gap: Units
}

/** Most junctions by far: nothing is trimmed, and all they can give is a share of an even spread. */
export const plain: Junction = {
  trimAfter: 0,
  trimBefore: 0,
  gap: 0,
  step: step.none,
  shrink: 0,
  shrinksSecond: false,
  room: 'even',
}
const tight: Junction = { ...plain, room: 'none' }

/** The junction of two items that follow each other in a line. */
export function junctionOf(a: Item, b: Item, settings: JunctionSettings): Junction {
  if (a.kind === 'han' && b.kind === 'han') return plain
  if (b.cut === 'never' || b.cut === 'part' || b.kind === 'note' || isSpace(b)) return tight
  if (a.kind === 'space') {
    const shrink = settings.punctuation === 'full' ? 0 : Math.max(0, a.advance - leastSpace)
    return { ...plain, step: step.space, shrink, room: 'space' }
  }
  if (words.has(a.kind) && words.has(b.kind)) return tight
  if (marks.has(a.kind) || marks.has(b.kind)) return besideMark(a, b, settings.punctuation)
  const isGap =
    (cells.has(a.kind) && b.gapBefore && words.has(b.kind)) ||
    (cells.has(b.kind) && a.gapAfter && words.has(a.kind))
  if (!isGap || settings.gap === 0) return plain
  const shrink = settings.punctuation === 'full' ? 0 : Math.floor(settings.gap / 2)
  return { ...plain, gap: settings.gap, step: step.gap, shrink, room: 'gap' }
}

/** Whether a mark gives up its blank wherever it stands, ink only: · is half a cell (GB/T 15834, 5.1.9). */
const isHalf = (item: Item, punctuation: Punctuation): boolean =>
  item.kind === 'middle' ? punctuation !== 'full' : punctuation === 'open' && item.kind !== 'final'

/**
 * Two marks give up the blank between them, so that 2 cells become 1½ and brackets hug what they
 * hold; where both have blank there, one of the two stays (CLREQ, 标点符号的宽度调整).
 */
function besideMark(a: Item, b: Item, punctuation: Punctuation): Junction {
  const isPair = marks.has(a.kind) && marks.has(b.kind)
  const trimBefore = isHalf(b, punctuation) || (isPair && a.blankAfter === 0) ? b.blankBefore : 0
  const isOnly = trimBefore > 0 && !isHalf(a, punctuation)
  const trimAfter = isHalf(a, punctuation) || (isPair && !isOnly) ? a.blankAfter : 0
  const leftAfter = a.blankAfter - trimAfter
  const shrink = leftAfter + b.blankBefore - trimBefore
  if (shrink === 0 || punctuation !== 'squeeze')
    return trimAfter === 0 && trimBefore === 0 ? plain : { ...plain, trimAfter, trimBefore }
  const first = a.kind === 'final' ? step.final : a.kind === 'pause' ? step.pause : step.bracket
  return { ...plain, trimAfter, trimBefore, step: first, shrink, shrinksSecond: leftAfter === 0 }
}

/** What becomes of an item where a line begins or ends with it. */
export interface Edge {
  readonly startTrim: Units
  readonly endTrim: Units
  readonly endGive: Units
  /** Whether it is more than a mark or a space, so that a last line may hold it alone. */
  readonly isContent: boolean
}

const plainEdge: Edge = { startTrim: 0, endTrim: 0, endGive: 0, isContent: true }
const emptyEdge: Edge = { ...plainEdge, isContent: false }

/**
 * An opening mark begins a line with its ink, as the printed originals have it. A mark that ends one
 * keeps its cell where there is room, so that the columns of the grid stand under each other, and is
 * the first to give where there is not (GB/T 15834, 5.1.10; CLREQ, 行内调整).
 */
export function edgeOf(item: Item, punctuation: Punctuation): Edge {
  if (item.isPlain) return plainEdge
  if (isSpace(item) || item.kind === 'break') return emptyEdge
  if (!marks.has(item.kind)) return plainEdge
  if (punctuation === 'full') return emptyEdge
  const endTrim = isHalf(item, punctuation) ? item.blankAfter : 0
  return {
    startTrim: item.blankBefore,
    endTrim,
    endGive: item.blankAfter - endTrim,
    isContent: false,
  }
}
