import type { Contender } from './contender.js'
import type { Spread } from './spread.js'
import { spreadOf } from './spread.js'
import type { TreePeak } from './tree-memory.js'
import { watchTree } from './tree-memory.js'

/** The results of several runs of a contender. */
export interface Measured {
  /** Wall-clock time in ms. */
  time: Spread
  /** Peak memory of the whole process tree in MB; undefined when it cannot be measured. */
  memory: Spread | undefined
  /** The most simultaneous processes; undefined when it cannot be measured. */
  processes: number | undefined
}

/** More runs do not improve the memory measurement. */
const memoryRuns = 3

/**
 * Runs the contenders alternately (A B A B …), so that load on the machine affects all of them:
 * once each to warm the disk cache, then `runs` times for the time, then a few times for the
 * memory, since measuring memory costs time.
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
    // Also stops the measurement after a failure.
    watch?.stop()
  }
  return watch?.stop()
}
