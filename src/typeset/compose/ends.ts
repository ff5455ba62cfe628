import { forbidden } from './breaks.js'
import type { Units } from './item.js'
import { costOf, impossible } from './line.js'
import type { Measured } from './measured.js'
import { breakBehind, givenWithin } from './measured.js'

/** A place where a line may end, and what the line costs then. */
export interface End {
  readonly last: number
  readonly cost: number
}

/**
 * How much shorter than the measure a line is still considered though a longer one fits: enough for
 * the break costs and for a last character that is taken down.
 */
const window: Units = 3000

/** The first item of a line, and the width that the line has. */
export interface LineStart {
  readonly first: number
  readonly measure: Units
}

/**
 * The ends of a line that are worth a thought, in order. Empty only when the line cannot end
 * anywhere near: then `lastResort` tells where.
 */
export function endsOf(text: Measured, { first, measure }: LineStart): End[] {
  const count = text.items.length
  const start = text.position[first] ?? 0
  const found: End[] = []
  for (let last = firstNear(text, first, start + measure - window); last < count; last++) {
    const isEnd = last === count - 1
    const breaking = isEnd ? 0 : breakBehind(text, last)
    if (breaking !== forbidden) {
      const cost = costOf(text, { first, last, measure, isEnd }) + breaking
      if (cost !== impossible) found.push({ last, cost })
    }
    const over = (text.position[last] ?? 0) - start - measure
    if (over > 0 && over > givenWithin(text, first, last)) break
  }
  return found
}

/**
 * Where a line ends that has no good end: at its last break before that, however short it becomes;
 * within a run that may not be cut when there is no break at all; behind one item that is too wide.
 */
export function lastResort(text: Measured, { first, measure }: LineStart): End {
  const fits = (last: number) => costOf(text, { first, last, measure, isEnd: false }) !== impossible
  let longest = firstNear(text, first, (text.position[first] ?? 0) + measure)
  while (longest > first && !fits(longest)) longest--
  for (let last = longest; last >= first; last--) {
    const breaking = breakBehind(text, last)
    if (breaking === forbidden || !fits(last)) continue
    return { last, cost: costOf(text, { first, last, measure, isEnd: false }) + breaking }
  }
  return { last: longest, cost: unwelcome }
}

/** What a line costs that had to be cut where none may be cut, or that is too long. */
const unwelcome = 1_000_000

/** The first item from `first` on that ends behind a position. */
function firstNear({ position, items }: Measured, first: number, x: Units): number {
  let low = first
  let high = items.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((position[middle + 1] ?? 0) > x) high = middle
    else low = middle + 1
  }
  return low
}
