import type { ComposedLine } from './adjust.js'
import type { Item, Units } from './item.js'

/** A run of text with room added at its sides; less than 0 is taken away. */
export interface Room {
  readonly from: number
  readonly to: number
  readonly before: Units
  readonly after: Units
}

/** What a browser has to be told so that it draws composed lines; offsets are into the text of the paragraph. */
export interface Drawn {
  /** Where lines begin that no forced break begins, in order. */
  readonly breaks: readonly number[]
  /**
   * Runs in order, each one item, none twice. What a line is spread by evenly is not among them: a
   * browser that justifies does just that, and takes up with it what kerning made of a word.
   */
  readonly rooms: readonly Room[]
}

/**
 * The lines of a paragraph as changes to its text. The gap between Han and a word goes to the word,
 * so that one run has the gaps of both its sides.
 */
export function drawn(items: readonly Item[], lines: readonly ComposedLine[]): Drawn {
  const breaks: number[] = []
  const rooms: Room[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0 && items[line.first - 1]?.kind !== 'break')
      breaks.push(items[line.first]?.from ?? 0)
    const before = new Map<number, Units>()
    const after = new Map<number, Units>()
    for (const change of line.adjustments) {
      const goesOn =
        change.after > 0 && !isWord(items[change.item]) && isWord(items[change.item + 1])
      before.set(change.item, (before.get(change.item) ?? 0) + change.before)
      if (goesOn) before.set(change.item + 1, change.after)
      else after.set(change.item, change.after)
    }
    for (const item of [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b)) {
      const { from, to } = items[item] ?? { from: 0, to: 0 }
      const room = { from, to, before: before.get(item) ?? 0, after: after.get(item) ?? 0 }
      if (room.before !== 0 || room.after !== 0) rooms.push(room)
    }
  }
  return { breaks, rooms }
}

const isWord = (item: Item | undefined) => item?.kind === 'latin' || item?.kind === 'number'
