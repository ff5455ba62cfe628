import { breakCost, forbidden } from './breaks.js'
import type { Item, Units } from './item.js'
import { em } from './item.js'
import type { Junction } from './junction.js'
import { edgeOf, junctionOf, plain } from './junction.js'
import type { ComposeSettings } from './settings.js'

/**
 * The items of a paragraph with running sums, by which any line of it is judged in a few operations.
 * A sum at an index is over the junctions up to the one before that item.
 */
export interface Measured {
  readonly items: readonly Item[]
  /** The junction before each item; the one before the first is of no line. */
  readonly junctions: readonly Junction[]
  /** The items whose junction is more than a share of an even spread, in order; how many there are before each. */
  readonly uneven: readonly number[]
  readonly unevenBefore: Int32Array
  /** Where each item begins if all stood in one line at their natural widths. */
  readonly position: Int32Array
  /** What there is to give. */
  readonly give: Int32Array
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

/**
 * Sums up the items of a paragraph, or of what stands between two forced breaks. Plain loops: this is
 * done for every character of an issue, once, before anything is compiled.
 */
export function measured(items: readonly Item[], settings: ComposeSettings): Measured {
  const count = items.length
  const sums = () => new Int32Array(count + 1)
  const position = sums()
  const give = sums()
  const gaps = sums()
  const content = sums()
  const breaks = sums()
  const startTrim = sums()
  const endTrim = sums()
  const endGive = sums()
  const how = { punctuation: settings.punctuation ?? 'squeeze', gap: settings.gap ?? em / 4 }
  const junctions: Junction[] = []
  const uneven: number[] = []
  const unevenBefore = sums()
  let x: Units = 0
  let given: Units = 0
  let gapCount = 0
  let contentWidth: Units = 0
  let before: Item | undefined
  for (let index = 0; index < count; index++) {
    const item = items[index] as Item
    unevenBefore[index] = uneven.length
    // Han after Han, which most items are, has nothing to trim and may be parted.
    if (before?.isPlain && item.isPlain) {
      junctions.push(plain)
      gapCount++
      give[index] = given
      gaps[index] = gapCount
      position[index] = x
      content[index] = contentWidth
      x += item.advance
      contentWidth += item.advance
      before = item
      continue
    }
    const edge = edgeOf(item, how.punctuation)
    startTrim[index] = edge.startTrim
    endTrim[index] = edge.endTrim
    endGive[index] = edge.endGive
    const junction = junctionOf(before ?? item, item, how)
    junctions.push(junction)
    if (junction !== plain) uneven.push(index)
    if (before) {
      x += junction.gap - junction.trimAfter - junction.trimBefore
      given += junction.shrink
      if (junction.room !== 'none') gapCount++
    }
    breaks[index] = before ? breakCost(before, item) : forbidden
    give[index] = given
    gaps[index] = gapCount
    position[index] = x
    content[index] = contentWidth
    x += item.advance
    if (edge.isContent) contentWidth += item.advance
    before = item
  }
  unevenBefore[count] = uneven.length
  position[count] = x
  content[count] = contentWidth
  return {
    items,
    junctions,
    uneven,
    unevenBefore,
    position,
    give,
    gaps,
    content,
    breaks,
    startTrim,
    endTrim,
    endGive,
  }
}
