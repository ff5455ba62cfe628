import { endsOf } from './ends.js'
import type { Measures } from './first-fit.js'
import type { Units } from './item.js'
import { spreadOf } from './line.js'
import type { Measured } from './measured.js'
import { isRunt } from './runt.js'

/** Which lines are to be made: all items from `from` on, in so many lines. */
export interface LinesAsked {
  readonly from: number
  readonly lines: number
  /** The most that a gap may be spread. */
  readonly loosest: Units
}

/** A way to set everything up to an item, the best one known. */
interface Reached {
  readonly cost: number
  /** The last item of the line, and the way to the line before it. */
  readonly last: number
  readonly before: Reached | undefined
}

/**
 * The best lines of which there are exactly so many and of which the last is no single character;
 * undefined when there are none without a line that is spread too far. Dynamic programming: for
 * each number of lines, the cheapest way to each item where the next can begin.
 */
export function fixedCount(
  text: Measured,
  measures: Measures,
  asked: LinesAsked,
): number[] | undefined {
  const { from, lines, loosest } = asked
  const count = text.items.length
  let reached = new Map<number, Reached | undefined>([[from, undefined]])
  for (let line = 1; line <= lines; line++) {
    const next = new Map<number, Reached>()
    for (const [first, before] of reached) {
      const measure = first === 0 ? measures.first : measures.rest
      for (const { last, cost } of endsOf(text, { first, measure })) {
        const isEnd = last === count - 1
        if (isEnd !== (line === lines)) continue
        if (isEnd ? isRunt(text, first) : spreadOf(text, { first, last, measure }) > loosest)
          continue
        const total = (before?.cost ?? 0) + cost
        const known = next.get(last + 1)
        if (known === undefined || total <= known.cost)
          next.set(last + 1, { cost: total, last, before })
      }
    }
    reached = next
  }
  return lastsOf(reached.get(count))
}

function lastsOf(way: Reached | undefined): number[] | undefined {
  const lasts: number[] = []
  for (let line = way; line !== undefined; line = line.before) lasts.push(line.last)
  return lasts.length === 0 ? undefined : lasts.reverse()
}
