import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import type { Contender } from './contender.js'
import { watchMemory } from './tree-memory.js'

/** What several runs of a contender gave. */
export interface Measured {
  /** Wall time of the whole process, milliseconds. */
  time: Spread
  /** Peak of the whole process tree, MB; undefined where it cannot be told. */
  memory: Spread | undefined
}

export interface Spread {
  median: number
  min: number
  max: number
}

/**
 * Runs the contenders in turn (A B A B …), so that a busy moment of the machine hits all alike: once
 * each to warm the disk, then `runs` times for the time, then three times for the memory, since
 * looking at memory costs time.
 */
export async function measure(
  contenders: readonly Contender[],
  runs: number,
): Promise<Map<Contender, Measured>> {
  await inTurn(contenders, 1, timeOf)
  const times = await inTurn(contenders, runs, timeOf)
  const memories = await inTurn(contenders, Math.min(runs, 3), memoryOf)
  return new Map(
    contenders.map((one) => {
      const memory = (memories.get(one) ?? []).filter((mb) => mb !== undefined)
      const spread = memory.length > 0 ? spreadOf(memory) : undefined
      return [one, { time: spreadOf(times.get(one) ?? []), memory: spread }]
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

async function timeOf(contender: Contender): Promise<number> {
  const since = performance.now()
  await finished(contender)
  return performance.now() - since
}

async function memoryOf(contender: Contender): Promise<number | undefined> {
  let watch: ReturnType<typeof watchMemory> | undefined
  await finished(contender, (pid) => {
    watch = watchMemory(pid)
  })
  return watch?.stop()
}

/** Runs it to its end. Throws with what it said when it fails: a failure is not a time. */
async function finished(
  { name, command: [program, ...words], env }: Contender,
  onStart: (pid: number) => void = () => {},
): Promise<void> {
  const child = spawn(program, words, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  if (child.pid !== undefined) onStart(child.pid)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${name} 失败（${code}）：\n${said}`)
}

function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (place: number) => sorted[place] ?? Number.NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    min: at(0),
    max: at(sorted.length - 1),
  }
}
