import type { Units } from './item.js'
import { em } from './item.js'
import { step, steps } from './junction.js'
import type { LineAsked } from './line.js'
import { naturalWidth, shownEnd } from './line.js'
import type { Measured, Uneven } from './measured.js'
import { edgeAt, gapsWithin } from './measured.js'

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
  const gaps = gapsWithin(text, first, shown)
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

/**
 * The changes to the items of one line: at its start and end, and at its uneven junctions, which are
 * the only ones where anything changes.
 */
class Changes {
  readonly #text: Measured
  readonly #first: number
  readonly #shown: number
  readonly #junctions: readonly Uneven[]
  /** What is added behind the first item and in front of the second one of each junction. */
  readonly #behind: Units[] = []
  readonly #inFront: Units[] = []
  readonly #atStart: Units
  #atEnd: Units

  constructor(text: Measured, first: number, shown: number) {
    this.#text = text
    this.#first = first
    this.#shown = shown
    const { uneven, unevenBefore } = text
    this.#junctions = uneven.slice(unevenBefore[first + 1], unevenBefore[shown + 1])
    for (const { junction } of this.#junctions) {
      this.#behind.push(junction.gap - junction.trimAfter)
      this.#inFront.push(-junction.trimBefore)
    }
    this.#atStart = first > 0 ? -edgeAt(text, first).startTrim : 0
    this.#atEnd = -edgeAt(text, shown).endTrim
  }

  /** Takes away; returns what could not be had. */
  squeeze(wanted: Units): Units {
    const atEnd = Math.min(wanted, edgeAt(this.#text, this.#shown).endGive)
    this.#atEnd -= atEnd
    let left = wanted - atEnd
    for (let at = 0; at < steps && left > 0; at++) {
      const most = this.#junctions.map(({ junction }) =>
        junction.step === at ? junction.shrink : 0,
      )
      const taken = shared(left, most)
      for (const [index, units] of taken.entries()) {
        left -= units
        const isOfSecond = this.#junctions[index]?.junction.shrinksSecond
        add(isOfSecond ? this.#inFront : this.#behind, index, -units)
      }
    }
    return left
  }

  /** Widens the word spaces, then the gaps between Han and Latin; returns what is left to spread. */
  widen(wanted: Units): Units {
    let left = wanted
    for (const room of ['space', 'gap'] as const) {
      if (left === 0) break
      const most = this.#junctions.map((one) =>
        one.junction.room === room ? this.#roomAt(one) : 0,
      )
      for (const [index, units] of shared(left, most).entries()) {
        left -= units
        add(this.#behind, index, units)
      }
    }
    return left
  }

  list(): Adjustment[] {
    const made: Adjustment[] = []
    let item = this.#first
    let before = this.#atStart
    let after = 0
    /** Goes on to another item, or stays with the same. */
    const goTo = (next: number) => {
      if (next === item) return
      if (before !== 0 || after !== 0) made.push({ item, before, after })
      item = next
      before = 0
      after = 0
    }
    for (const [index, { at }] of this.#junctions.entries()) {
      goTo(at - 1)
      after += this.#behind[index] ?? 0
      goTo(at)
      before += this.#inFront[index] ?? 0
    }
    goTo(this.#shown)
    after += this.#atEnd
    goTo(this.#shown + 1)
    return made
  }

  #roomAt({ at, junction: { step: kind, gap } }: Uneven): Units {
    const width = kind === step.space ? (this.#text.items[at - 1]?.advance ?? 0) : gap
    return Math.max(0, widest - width)
  }
}

function add(to: Units[], index: number, units: Units): void {
  to[index] = (to[index] ?? 0) + units
}

/** Up to `wanted` units, handed out in proportion to what each takes at most; none when nobody takes any. */
function shared(wanted: Units, most: readonly Units[]): Units[] {
  const whole = most.reduce((sum, units) => sum + units, 0)
  const total = Math.min(wanted, whole)
  if (total === 0) return []
  let sum = 0
  let given = 0
  return most.map((units) => {
    sum += units
    const share = Math.floor((total * sum) / whole) - given
    given += share
    return share
  })
}
