import type { ComposedLine } from './adjust.js'
import type { Item, Items, Units } from './item.js'

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
export function drawn(paragraph: Items, lines: readonly ComposedLine[]): Drawn {
  const { items, starts } = paragraph
  const breaks: number[] = []
  const rooms: Room[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0 && items[line.first - 1]?.kind !== 'break') breaks.push(starts[line.first] ?? 0)
    addRooms(paragraph, line, rooms)
  }
  return { breaks, rooms }
}

function addRooms({ items, starts }: Items, { adjustments }: ComposedLine, rooms: Room[]): void {
  const push = (item: number, before: Units, after: Units) => {
    if (before === 0 && after === 0) return
    rooms.push({ from: starts[item] ?? 0, to: starts[item + 1] ?? 0, before, after })
  }
  /** What the item before left to the next one. */
  let left = 0
  for (const [index, { item, before, after }] of adjustments.entries()) {
    const goesOn = after > 0 && !isWord(items[item]) && isWord(items[item + 1])
    push(item, before + left, goesOn ? 0 : after)
    left = goesOn ? after : 0
    if (!goesOn || adjustments[index + 1]?.item === item + 1) continue
    push(item + 1, left, 0)
    left = 0
  }
}

const isWord = (item: Item | undefined) => item?.kind === 'latin' || item?.kind === 'number'
