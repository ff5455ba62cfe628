import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { contextIn } from './context.js'
import { resultsOf } from './results.js'
import type { Scene } from './scene.js'
import { outcomesOf, tableText } from './table.js'

/** Options of the benchmark. */
export interface BenchOptions {
  /** The number of measured runs per contender. */
  runs: number
  /** The number of issues in the batch scene. */
  issues: number
  /** The number of pictures in the magazine of the pictures scene. */
  pictures: number
  /** Prints one line of JSON per scene instead of tables. */
  json: boolean
}

/** The load average of the last minute, which shows other activity on the machine. */
const load = () => loadavg()[0] ?? 0

/** Measures the scenes one after another and prints the results of each when it is finished. */
export async function runScenes(
  scenes: readonly Scene[],
  { runs, issues, pictures, json }: BenchOptions,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bulletin-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  // Without a handler, a signal would end the process without the `exit` event, which removes the
  // folder.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  const context = await contextIn(folder, { issues, pictures })
  for (const { name, title, prepare } of scenes) {
    const ready = await prepare(context)
    try {
      const before = load()
      const results = await resultsOf(ready.contenders, runs)
      const machine = { cpus: cpus().length, loadBefore: before, loadAfter: load(), runs }
      if (json) {
        const rows = [...results].map(([one, result]) => ({ name: one.name, ...result }))
        const targets = outcomesOf(ready.targets, results)
        console.log(JSON.stringify({ scene: name, machine, rows, targets }))
      } else {
        const loads = `${before.toFixed(1)} → ${machine.loadAfter.toFixed(1)}`
        console.log(`${title}\n各 ${runs} 次，交替进行；${machine.cpus} 个处理器，负载 ${loads}\n`)
        console.log(`${tableText(results, ready)}\n`)
      }
    } finally {
      await ready.close?.()
    }
  }
}
