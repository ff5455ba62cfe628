/**
 * How fast `bulletin build` is, against bare Puppeteer with the finished page, side by side.
 *
 *     npm run bench -- [--runs N] [--json]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../src/package.js'
import { browserHere } from './browser-here.js'
import type { Comparison } from './contender.js'
import { issueContenders } from './issue.js'
import { resultsOf } from './results.js'
import { ratiosOf, tableText } from './table.js'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
})
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs 要写 1 以上的整数。')

/** One-minute load: what else the machine was doing. */
const load = () => loadavg()[0] ?? 0

const folder = await mkdtemp(join(tmpdir(), 'bulletin-bench-'))
try {
  const issue = join(packageRoot(), 'fixtures/issue-54')
  const { bulletin, bare } = await issueContenders(issue, folder, await browserHere(process.env))
  const comparisons: Comparison[] = [{ ours: bulletin, against: bare, target: 1.5 }]

  const before = load()
  const results = await resultsOf(comparisons, runs)
  const machine = { cpus: cpus().length, loadBefore: before, loadAfter: load(), runs }

  if (values.json) {
    const rows = [...results].map(([{ name }, result]) => ({ name, ...result }))
    console.log(JSON.stringify({ machine, rows, ratios: ratiosOf(results, comparisons) }))
  } else {
    const loads = `${before.toFixed(1)} → ${machine.loadAfter.toFixed(1)}`
    console.log(
      `fixtures/issue-54，各 ${runs} 次，交替进行；${machine.cpus} 个处理器，负载 ${loads}\n`,
    )
    console.log(tableText(results, comparisons))
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
