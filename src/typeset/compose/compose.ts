import type { ComposedLine } from './adjust.js'
import { adjusted } from './adjust.js'
import type { Item } from './item.js'
import { linesOf } from './lines.js'
import { measured } from './measured.js'
import type { ComposeSettings } from './settings.js'

/**
 * The lines of a paragraph, as a Chinese printing house would break them (CLREQ; GB/T 15834—2011):
 * first and last item of each, and what is taken or given between items. Every item is in exactly
 * one line. Pure, and in whole units, so that every machine comes to the same lines. What cannot be
 * set by the rules (an item wider than the line) is set all the same; its line is then too long.
 */
export function compose(items: readonly Item[], settings: ComposeSettings): ComposedLine[] {
  const ends = endsOfParts(items)
  if (ends.length === 1) return items.length === 0 ? [] : composePart(items, settings)
  const lines: ComposedLine[] = []
  let start = 0
  for (const end of ends) {
    const isWhole = end === items.length
    // A break at the end of all begins no line.
    if (isWhole && start === end) break
    const { indent = 0, looseness = 0 } = settings
    const made = composePart(items.slice(start, end), {
      ...settings,
      // Behind a forced break nothing is indented; what is loosened is the end of the paragraph.
      indent: start === 0 ? indent : 0,
      looseness: isWhole ? looseness : 0,
    })
    for (const [at, line] of made.entries()) {
      const isBroken = !isWhole && at === made.length - 1
      lines.push(moved(line, start, isBroken ? end : line.last + start))
    }
    start = end + 1
  }
  return lines
}

/** The forced breaks, and the end. */
function endsOfParts(items: readonly Item[]): number[] {
  const ends: number[] = []
  for (let index = 0; index < items.length; index++) {
    if (items[index]?.kind === 'break') ends.push(index)
  }
  return [...ends, items.length]
}

/** The lines of what stands between two forced breaks; an empty line when there is nothing. */
function composePart(items: readonly Item[], settings: ComposeSettings): ComposedLine[] {
  if (items.length === 0) return [emptyLine]
  const text = measured(items, settings)
  let first = 0
  return linesOf(text, settings).map((last) => {
    const measure = settings.measure - (first === 0 ? (settings.indent ?? 0) : 0)
    const line = adjusted(text, { first, last, measure, isEnd: last === items.length - 1 })
    first = last + 1
    return line
  })
}

const emptyLine: ComposedLine = {
  first: 0,
  last: -1,
  shown: -1,
  natural: 0,
  width: 0,
  isEnd: true,
  adjustments: [],
  spread: 0,
  gaps: 0,
}

/** A line with the indices of the whole paragraph. */
const moved = (line: ComposedLine, by: number, last: number): ComposedLine => ({
  ...line,
  first: line.first + by,
  last,
  shown: line.shown + by,
  adjustments:
    by === 0 ? line.adjustments : line.adjustments.map((at) => ({ ...at, item: at.item + by })),
})
