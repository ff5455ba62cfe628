import { contextAround, findingAt } from './findings.js'
import type { UnpairedMark } from './paired-marks.js'
import { unpairedMarks } from './paired-marks.js'
import type { ProseBlock } from './prose.js'
import type { Finding } from './rule.js'

type Says = (trouble: UnpairedMark, around: string) => { message: string; hint: string }

/** Returns findings for the paired-mark errors of one kind in the blocks of an article. */
export function pairFindings(
  blocks: readonly ProseBlock[],
  kind: UnpairedMark['kind'],
  says: Says,
): Finding[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1]?.text.charAt(0) ?? ''
    return troublesOf(block, next)
      .filter((trouble) => trouble.kind === kind)
      .map((trouble) => {
        const { index } = trouble
        const around = contextAround(block, index, index + 1, 6)
        return findingAt(block, index, index + 1, says(trouble, around))
      })
  })
}

const known = new WeakMap<ProseBlock, { next: string; troubles: UnpairedMark[] }>()

/** Cached per block: five rules need the result. */
function troublesOf(block: ProseBlock, next: string): readonly UnpairedMark[] {
  const before = known.get(block)
  if (before?.next === next) return before.troubles
  const troubles = unpairedMarks(block.text, next)
  known.set(block, { next, troubles })
  return troubles
}
