import { breakCosts } from './costs.js'
import { type Item, isSpace } from './item.js'

/** A break that is not allowed. */
export const forbidden = -1

/**
 * What it costs to end a line between two items, in the thousandths in which lines are judged;
 * `forbidden` where no line may be cut (CLREQ, 行首行尾禁则; GB/T 15834—2011, 5.1).
 */
export function breakCost(a: Item, b: Item): number {
  if (a.kind === 'han' && b.kind === 'han' && b.begins && a.ends && b.cut === 'usual') return 0
  if (!a.ends || !b.begins || b.cut === 'never' || isSpace(b)) return forbidden
  if (isSpace(a)) return 0
  if (b.cut === 'part') return breakCosts.part
  const aIsWord = a.kind === 'latin' || a.kind === 'number'
  const bIsWord = b.kind === 'latin' || b.kind === 'number'
  if (aIsWord && bIsWord) {
    if (b.cut === 'address') return breakCosts.address
    return b.cut === 'letter' ? breakCosts.letter : forbidden
  }
  return a.kind === 'number' && b.kind === 'han' ? breakCosts.unit : 0
}
