import type { Units } from './item.js'
import { em } from './item.js'
import type { Junction } from './junction.js'
import { step, steps } from './junction.js'
import type { LineAsked } from './line.js'
import { naturalWidth, shownEnd } from './line.js'
import type { Measured } from './measured.js'

/** What is added around an item in its line; less than 0 is taken away. */
export interface Adjustment {
  readonly item: number
  readonly before: Units
  readonly after: Units
}

/** One line as it is to be drawn. */
export interface ComposedLine {
  /** Its first and last item; spaces at its end, and the break that ends it, are its own. */
  readonly first: number
  readonly last: number
  /** The last item that is drawn. */
  readonly shown: number
  /** The width before anything is squeezed or spread, the last mark in a full cell. */
  readonly natural: Units
  /** The width with all adjustments: the measure, unless the line ends a paragraph or cannot be had. */
  readonly width: Units
  /** Whether the paragraph, or a forced break, ends here. */
  readonly isEnd: boolean
  /** Items around which something is taken away or a gap stands, in order. */
  readonly adjustments: readonly Adjustment[]
  /** What is spread evenly over all `gaps` of the line, beyond the adjustments. */
  readonly spread: Units
  readonly gaps: number
}

/** No word space and no gap is more than this before all gaps of a line are spread. */
const widest = em / 2

/** Works out a line: the reduction step by step, equal within each; or the spread. */
export function adjusted(text: Measured, asked: LineAsked): ComposedLine {
  const { first, last, measure, isEnd } = asked
  const shown = shownEnd(text, first, last)
  const natural = naturalWidth(text, first, shown)
  const changes = new Changes(text, first, shown)
  const slack = measure - natural
  let left = slack
  if (slack < 0) left = changes.squeeze(-slack)
  else if (!isEnd) left = changes.widen(slack)
  const gaps = (text.gaps[shown] ?? 0) - (text.gaps[first] ?? 0)
  const spread = slack > 0 && !isEnd && gaps > 0 ? left : 0
  return {
    first,
    last,
    shown,
    natural,
    width: slack < 0 ? measure + left : isEnd ? natural : measure - left + spread,
    isEnd,
    adjustments: changes.list(),
    spread,
    gaps,
  }
}

/** The changes to the items of one line. */
class Changes {
  readonly #text: Measured
  readonly #first: number
  readonly #shown: number
  /** What is added before and after each item, counted from the first of the line. */
  readonly #before: Units[]
  readonly #after: Units[]

  constructor(text: Measured, first: number, shown: number) {
    this.#text = text
    this.#first = first
    this.#shown = shown
    this.#before = new Array<Units>(shown - first + 1).fill(0)
    this.#after = new Array<Units>(shown - first + 1).fill(0)
    if (first > 0) this.#addBefore(first, -(text.startTrim[first] ?? 0))
    this.#addAfter(shown, -(text.endTrim[shown] ?? 0))
    this.#each((index, { trimAfter, trimBefore, gap }) => {
      this.#addAfter(index - 1, gap - trimAfter)
      this.#addBefore(index, -trimBefore)
    })
  }

  /** Takes away; returns what could not be had. */
  squeeze(wanted: Units): Units {
    const atEnd = Math.min(wanted, this.#text.endGive[this.#shown] ?? 0)
    this.#addAfter(this.#shown, -atEnd)
    let left = wanted - atEnd
    for (let at = 0; at < steps && left > 0; at++)
      left -= this.#share(
        left,
        (junction) => (junction.step === at ? junction.shrink : 0),
        (index, { shrinksSecond }, units) =>
          shrinksSecond ? this.#addBefore(index, -units) : this.#addAfter(index - 1, -units),
      )
    return left
  }

  /** Widens the word spaces, then the gaps between Han and Latin; returns what is left to spread. */
  widen(wanted: Units): Units {
    let left = wanted
    for (const room of ['space', 'gap'] as const) {
      if (left === 0) break
      left -= this.#share(
        left,
        (junction, index) => (junction.room === room ? this.#roomAt(junction, index) : 0),
        (index, _, units) => this.#addAfter(index - 1, units),
      )
    }
    return left
  }

  list(): Adjustment[] {
    const made: Adjustment[] = []
    for (let at = 0; at < this.#before.length; at++) {
      const before = this.#before[at] ?? 0
      const after = this.#after[at] ?? 0
      if (before !== 0 || after !== 0) made.push({ item: this.#first + at, before, after })
    }
    return made
  }

  #roomAt({ step: at, gap }: Junction, index: number): Units {
    const width = at === step.space ? (this.#text.items[index - 1]?.advance ?? 0) : gap
    return Math.max(0, widest - width)
  }

  /** Hands out up to `wanted` units in proportion to what each junction takes; returns how many. */
  #share(
    wanted: Units,
    most: (junction: Junction, index: number) => Units,
    give: (index: number, junction: Junction, units: Units) => void,
  ): Units {
    let whole = 0
    this.#each((index, junction) => {
      whole += most(junction, index)
    })
    const total = Math.min(wanted, whole)
    if (total === 0) return 0
    let sum = 0
    let given = 0
    this.#each((index, junction) => {
      sum += most(junction, index)
      const units = Math.floor((total * sum) / whole) - given
      given += units
      give(index, junction, units)
    })
    return total
  }

  /** Visits the junctions where something can be taken or given beyond the even spread. */
  #each(visit: (index: number, junction: Junction) => void): void {
    const { uneven, unevenBefore, junctions } = this.#text
    const end = unevenBefore[this.#shown + 1] ?? 0
    for (let at = unevenBefore[this.#first + 1] ?? 0; at < end; at++) {
      const index = uneven[at] ?? 0
      const junction = junctions[index]
      if (junction) visit(index, junction)
    }
  }

  #addBefore(item: number, units: Units): void {
    this.#before[item - this.#first] = (this.#before[item - this.#first] ?? 0) + units
  }

  #addAfter(item: number, units: Units): void {
    this.#after[item - this.#first] = (this.#after[item - this.#first] ?? 0) + units
  }
}
