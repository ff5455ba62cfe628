import { found, near } from './findings.js'
import type { PairTrouble } from './paired-marks.js'
import { pairTroubles } from './paired-marks.js'
import type { Block } from './prose.js'
import type { Finding } from './rule.js'

type Says = (trouble: PairTrouble, around: string) => { message: string; fix: string }

/** The troubles of one kind in the blocks of an article. */
export function pairFindings(
  blocks: readonly Block[],
  kind: PairTrouble['kind'],
  says: Says,
): Finding[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1]?.text.charAt(0) ?? ''
    return troublesOf(block, next)
      .filter((trouble) => trouble.kind === kind)
      .map((trouble) => {
        const { index } = trouble
        const around = near(block, index, index + 1, 6)
        return found(block, index, index + 1, says(trouble, around))
      })
  })
}

const known = new WeakMap<Block, { next: string; troubles: PairTrouble[] }>()

/** Five rules ask the same of each block: it is looked through once. */
function troublesOf(block: Block, next: string): readonly PairTrouble[] {
  const before = known.get(block)
  if (before?.next === next) return before.troubles
  const troubles = pairTroubles(block.text, next)
  known.set(block, { next, troubles })
  return troubles
}
