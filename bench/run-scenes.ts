import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { contextIn } from './context.js'
import { resultsOf } from './results.js'
import type { Scene } from './scene.js'
import { outcomesOf, tableText } from './table.js'

export interface BenchOptions {
  /** Times that each contender is measured. */
  runs: number
  /** Back issues in a batch. */
  issues: number
  /** One line of JSON a scene instead of tables. */
  json: boolean
}

/** One-minute load: what else the machine was doing. */
const load = () => loadavg()[0] ?? 0

/** Measures scene after scene and prints what came out of each at once. */
export async function runScenes(
  scenes: readonly Scene[],
  { runs, issues, json }: BenchOptions,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bulletin-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  // Unheard, a signal would end the bench without the event above, by which all is put away.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  const context = await contextIn(folder, issues)
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
