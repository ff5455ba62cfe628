import { breakCost, forbidden } from './breaks.js'
import type { Item, Units } from './item.js'
import { em } from './item.js'
import type { Edge, Junction } from './junction.js'
import { edgeOf, junctionOf, plain } from './junction.js'
import type { ComposeSettings, Punctuation } from './settings.js'

/** A junction that is more than a share of an even spread. */
export interface Uneven {
  /** The item behind the junction. */
  readonly at: number
  readonly junction: Junction
}

/**
 * The items of a paragraph with running sums, by which any line of it is judged in a few operations.
 * Most items are Han after Han: sums are kept for the other junctions only.
 */
export interface Measured {
  readonly items: readonly Item[]
  readonly punctuation: Punctuation
  /** Where each item begins if all stood in one line at their natural widths, and where the last ends. */
  readonly position: Int32Array
  /** The uneven junctions, in order; and how many there are before each item, and in all. */
  readonly uneven: readonly Uneven[]
  readonly unevenBefore: Int32Array
  /** What so many uneven junctions from the start have to give; how many of them are not spread. */
  readonly gives: readonly Units[]
  readonly tight: readonly number[]
}

/**
 * Sums up the items of a paragraph, or of what stands between two forced breaks. A plain loop: this is
 * done for every character of an issue, once, before anything is compiled.
 */
export function measured(items: readonly Item[], settings: ComposeSettings): Measured {
  const count = items.length
  const punctuation = settings.punctuation ?? 'squeeze'
  const how = { punctuation, gap: settings.gap ?? em / 4 }
  const position = new Int32Array(count + 1)
  const unevenBefore = new Int32Array(count + 1)
  const uneven: Uneven[] = []
  const gives: Units[] = [0]
  const tight: number[] = [0]
  let x: Units = 0
  let before: Item | undefined
  for (let index = 0; index < count; index++) {
    const item = items[index] as Item
    unevenBefore[index] = uneven.length
    // Han after Han has nothing to trim or to give.
    if (before !== undefined && !(before.isPlain && item.isPlain)) {
      const junction = junctionOf(before, item, how)
      if (junction !== plain) {
        x += junction.gap - junction.trimAfter - junction.trimBefore
        gives.push((gives[uneven.length] ?? 0) + junction.shrink)
        tight.push((tight[uneven.length] ?? 0) + (junction.room === 'none' ? 1 : 0))
        uneven.push({ at: index, junction })
      }
    }
    position[index] = x
    x += item.advance
    before = item
  }
  unevenBefore[count] = uneven.length
  position[count] = x
  return { items, punctuation, position, uneven, unevenBefore, gives, tight }
}

/** What the junctions within a line can give. */
export const givenWithin = (text: Measured, first: number, shown: number): Units =>
  sumWithin(text, text.gives, first, shown)

/** How many gaps of a line are spread. */
export const gapsWithin = (text: Measured, first: number, shown: number): number =>
  shown - first - sumWithin(text, text.tight, first, shown)

/** A sum over the uneven junctions between the items of a line. */
const sumWithin = (
  { unevenBefore }: Measured,
  sums: readonly number[],
  first: number,
  shown: number,
): number => (sums[unevenBefore[shown + 1] ?? 0] ?? 0) - (sums[unevenBefore[first + 1] ?? 0] ?? 0)

/** What becomes of an item where a line begins or ends with it. */
export const edgeAt = ({ items, punctuation }: Measured, index: number): Edge =>
  edgeOf(items[index] as Item, punctuation)

/** What a break behind an item costs; `forbidden` where there is none, as at the end of all. */
export function breakBehind({ items }: Measured, index: number): number {
  const [a, b] = [items[index], items[index + 1]]
  return a && b ? breakCost(a, b) : forbidden
}
