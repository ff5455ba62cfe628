import type { PrintedBlock } from '../model/preview.js'

type Block = Pick<PrintedBlock, 'file' | 'line' | 'text'>

/**
 * Finds a block of one edition in the next, so that the view can stay at it. The same text in the
 * same file is the same block; of several, the one as far from the first. A block whose text has
 * changed is the one after its unchanged neighbour. Undefined when its file is gone.
 *
 * @param at index in `before`.
 * @returns index in `after`.
 */
export function sameBlock(
  before: readonly Block[],
  at: number,
  after: readonly Block[],
): number | undefined {
  const block = before[at]
  if (!block) return undefined
  const unchanged = unchangedBlock(before, at, after)
  if (unchanged !== undefined) return unchanged
  const inFile = (index: number) => after[index]?.file === block.file
  for (let distance = 1; distance < before.length; distance++) {
    const [above, below] = [at - distance, at + distance].map((index) =>
      before[index]?.file === block.file ? unchangedBlock(before, index, after) : undefined,
    )
    if (above !== undefined) return clamped(above, distance, inFile)
    if (below !== undefined) return clamped(below, -distance, inFile)
  }
  const first = after.findIndex(({ file }) => file === block.file)
  return first < 0 ? undefined : first
}

/** The block `distance` after another, or the last one on the way that is in the file. */
function clamped(from: number, distance: number, inFile: (index: number) => boolean): number {
  const step = Math.sign(distance)
  let index = from
  for (let left = Math.abs(distance); left > 0 && inFile(index + step); left--) index += step
  return index
}

function unchangedBlock(
  before: readonly Block[],
  at: number,
  after: readonly Block[],
): number | undefined {
  const block = before[at]
  if (!block) return undefined
  const isSame = (other: Block) => other.file === block.file && other.text === block.text
  const then = indexesOf(before, isSame)
  const now = indexesOf(after, isSame)
  const rank = then.indexOf(at)
  // Equal blocks added or removed: count from the nearer end.
  if (now.length === then.length || rank < then.length / 2)
    return now[Math.min(rank, now.length - 1)]
  return now[Math.max(0, now.length - (then.length - rank))]
}

const indexesOf = (blocks: readonly Block[], fits: (block: Block) => boolean): number[] =>
  blocks.flatMap((one, index) => (fits(one) ? [index] : []))
