import type { Contender } from './contender.js'
import type { Spread } from './spread.js'
import { spreadOf } from './spread.js'
import type { TreePeak } from './tree-memory.js'
import { watchTree } from './tree-memory.js'

/** What several runs of a contender gave. */
export interface Measured {
  /** Wall time, milliseconds. */
  time: Spread
  /** Peak of the whole process tree, MB; undefined where it cannot be told. */
  memory: Spread | undefined
  /** Most processes that it had at one moment; undefined where it cannot be told. */
  processes: number | undefined
}

/** More runs tell nothing new of the memory. */
const memoryRuns = 3

/**
 * Runs the contenders in turn (A B A B …), so that a busy moment of the machine hits all alike: once
 * each to warm the disk, then `runs` times for the time, then a few times for the memory, since
 * looking at memory costs time.
 */
export async function measure(
  contenders: readonly Contender[],
  runs: number,
): Promise<Map<Contender, Measured>> {
  await inTurn(contenders, 1, (one) => one.run())
  const times = await inTurn(contenders, runs, (one) => one.run())
  const seen = await inTurn(contenders, Math.min(runs, memoryRuns), peakOf)
  return new Map(
    contenders.map((one) => {
      const trees = (seen.get(one) ?? []).filter((tree) => tree !== undefined)
      const memory = trees.length > 0 ? spreadOf(trees.map(({ mb }) => mb)) : undefined
      const processes =
        trees.length > 0 ? Math.max(...trees.map((tree) => tree.processes)) : undefined
      return [one, { time: spreadOf(times.get(one) ?? []), memory, processes }]
    }),
  )
}

async function inTurn<T>(
  contenders: readonly Contender[],
  runs: number,
  run: (contender: Contender) => Promise<T>,
): Promise<Map<Contender, T[]>> {
  const results = new Map<Contender, T[]>(contenders.map((one) => [one, []]))
  for (let i = 0; i < runs; i++) {
    for (const one of contenders) results.get(one)?.push(await run(one))
  }
  return results
}

async function peakOf(contender: Contender): Promise<TreePeak | undefined> {
  let watch: ReturnType<typeof watchTree> | undefined
  try {
    await contender.run((pid) => {
      watch = watchTree(pid)
    })
  } finally {
    // Also after a failure: nothing goes on looking.
    watch?.stop()
  }
  return watch?.stop()
}
