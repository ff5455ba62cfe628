import { endsOf, lastResort } from './ends.js'
import type { Units } from './item.js'
import type { Measured } from './measured.js'

/** The width of a line, by whether it is the first of the text. */
export interface Measures {
  readonly first: Units
  readonly rest: Units
}

/**
 * The last items of the lines from `from` on, each line for itself the best that can be had: the
 * printed originals are broken so, line by line; weighing a paragraph as a whole against itself
 * comes out different from them more often. A tie goes to the longer line.
 */
export function firstFit(text: Measured, measures: Measures, from = 0): number[] {
  const lasts: number[] = []
  let first = from
  while (first < text.items.length) {
    const start = { first, measure: first === 0 ? measures.first : measures.rest }
    let best = { last: first, cost: Number.POSITIVE_INFINITY }
    for (const end of endsOf(text, start)) if (end.cost <= best.cost) best = end
    if (best.cost === Number.POSITIVE_INFINITY) best = lastResort(text, start)
    lasts.push(best.last)
    first = best.last + 1
  }
  return lasts
}
