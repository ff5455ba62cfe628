import { breakCost, forbidden } from './breaks.js'
import type { Item, Units } from './item.js'
import { em } from './item.js'
import type { Junction } from './junction.js'
import { edgeOf, junctionOf, steps } from './junction.js'
import type { ComposeSettings } from './settings.js'

/**
 * The items of a paragraph with running sums, by which any line of it is judged in a few operations.
 * A sum at an index is over the junctions up to the one before that item.
 */
export interface Measured {
  readonly items: readonly Item[]
  /** The junction before each item; the one before the first is of no line. */
  readonly junctions: readonly Junction[]
  /** Where each item begins if all stood in one line at their natural widths. */
  readonly position: Int32Array
  /** For each step of reduction, what there is to give. */
  readonly give: readonly Int32Array[]
  /** The gaps that can be spread. */
  readonly gaps: Int32Array
  /** The advances of all items in front that are neither marks nor spaces. */
  readonly content: Int32Array
  /** What a break before the item costs; `forbidden` where there is none. */
  readonly breaks: Int32Array
  /** What an item always gives up in front when it begins a line, and behind when it ends one. */
  readonly startTrim: Int32Array
  readonly endTrim: Int32Array
  /** What it gives up behind at the end of a line that would be too long otherwise. */
  readonly endGive: Int32Array
}

/** Sums up the items of a paragraph, or of what stands between two forced breaks. */
export function measured(items: readonly Item[], settings: ComposeSettings): Measured {
  const count = items.length
  const sums = () => new Int32Array(count + 1)
  const made = {
    position: sums(),
    give: Array.from({ length: steps }, sums),
    gaps: sums(),
    content: sums(),
    breaks: sums(),
    startTrim: sums(),
    endTrim: sums(),
    endGive: sums(),
  }
  const how = { punctuation: settings.punctuation ?? 'squeeze', gap: settings.gap ?? em / 4 }
  const junctions: Junction[] = []
  let x: Units = 0
  let content: Units = 0
  let before: Item | undefined
  for (const [index, item] of items.entries()) {
    const edge = edgeOf(item, how.punctuation)
    made.startTrim[index] = edge.startTrim
    made.endTrim[index] = edge.endTrim
    made.endGive[index] = edge.endGive
    const junction = junctionOf(before ?? item, item, how)
    junctions.push(junction)
    if (before) {
      x += junction.gap - junction.trimAfter - junction.trimBefore
      for (const [at, sum] of made.give.entries())
        sum[index] = (sum[index - 1] ?? 0) + (junction.step === at ? junction.shrink : 0)
      made.gaps[index] = (made.gaps[index - 1] ?? 0) + (junction.room === 'none' ? 0 : 1)
      made.breaks[index] = breakCost(before, item)
    } else made.breaks[index] = forbidden
    made.position[index] = x
    made.content[index] = content
    x += item.advance
    content += edge.isContent ? item.advance : 0
    before = item
  }
  made.position[count] = x
  made.content[count] = content
  return { items, junctions, ...made }
}
