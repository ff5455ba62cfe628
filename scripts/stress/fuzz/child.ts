import { mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSystemWorld } from '../../../src/engine/system-world.js'
import { buildTrial } from './build.js'
import { inputOf, readSeeds } from './inputs.js'
import { parseTrial } from './parse.js'

/**
 * Tries the seeds that its parent asks for, one after another, and says before and after each, so
 * that the parent sees a hang.
 */
export interface Asked {
  kind: 'parse' | 'build'
  from: number
  to: number
}
export type Said =
  | { seed: number }
  | { seed: number; ended: string; trouble?: string; memory: number }
  | { done: true }

const work = await mkdtemp(join(tmpdir(), 'bulletin-fuzz-'))
const { env, platform } = process
const seeds = await readSeeds()
const tell = (said: Said) => {
  if (process.connected) process.send?.(said)
}
// Its parent has ended, or is done with it.
process.once('disconnect', () => {
  void rm(work, { recursive: true, force: true }).finally(() => process.exit())
})

process.once('message', async ({ kind, from, to }: Asked) => {
  const host = { cwd: work, env: { ...env, BULLETIN_CACHE_SIZE: '0' }, home: homedir(), platform }
  const world = await createSystemWorld(host)
  try {
    for (let seed = from; seed < to; seed += 1) {
      tell({ seed })
      const outcome = await ended(async () => {
        const input = inputOf(seed, seeds, { word: kind === 'parse' })
        return kind === 'parse'
          ? parseTrial(input, { seed, folder: work, world })
          : buildTrial(input, join(work, String(seed)))
      })
      tell({ seed, ...outcome, memory: process.memoryUsage().rss / 1e6 })
    }
  } finally {
    await world.close()
    await rm(work, { recursive: true, force: true })
  }
  tell({ done: true })
  if (process.connected) process.disconnect()
})

/** A Fault about the use is a message; any other error is a fault of the program. */
async function ended(
  attempt: () => Promise<{ ended: string; trouble?: string }>,
): Promise<{ ended: string; trouble?: string }> {
  try {
    return await attempt()
  } catch (error) {
    // Faults of the sources and of the published program are two classes.
    if ((error as { kind?: unknown }).kind === 'usage') return { ended: '用法' }
    const trouble = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { ended: '出错', trouble }
  }
}
