import { contextAround, findingAt } from './findings.js'
import type { UnpairedMark } from './paired-marks.js'
import { unpairedMarks } from './paired-marks.js'
import type { ProseBlock } from './prose.js'
import type { Finding } from './rule.js'

type Describe = (trouble: UnpairedMark, around: string) => { message: string; hint: string }

/** Returns findings for the paired-mark errors of one kind in the blocks of an article. */
export function pairFindings(
  blocks: readonly ProseBlock[],
  kind: UnpairedMark['kind'],
  describe: Describe,
): Finding[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1]?.text.charAt(0) ?? ''
    return troublesOf(block, next)
      .filter((trouble) => trouble.kind === kind)
      .map((trouble) => {
        const { index } = trouble
        const around = contextAround(block, index, index + 1, 6)
        return findingAt(block, index, index + 1, describe(trouble, around))
      })
  })
}

const cache = new WeakMap<ProseBlock, { next: string; troubles: UnpairedMark[] }>()

/** Cached per block: five rules need the result. */
function troublesOf(block: ProseBlock, next: string): readonly UnpairedMark[] {
  const cached = cache.get(block)
  if (cached?.next === next) return cached.troubles
  const troubles = unpairedMarks(block.text, next)
  cache.set(block, { next, troubles })
  return troubles
}
