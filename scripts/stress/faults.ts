import { parseArgs } from 'node:util'
import { machineFaults } from './faults/machine.js'
import { type Blow, type Blows, killAtRandom } from './faults/moments.js'
import { victim } from './faults/victim.js'

/**
 * Disturbs builds and looks at what is left: the PDF whole, no process, no temporary file, a message
 * and the right exit code, and a next build that works. Linux.
 *
 *     npm run stress -- faults [KIND]… [--moments 100] [--seed 1]
 */
const { values, positionals } = parseArgs({
  options: {
    moments: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
  allowPositionals: true,
  args: process.argv.slice(3),
})
const blows: Record<string, Blow> = {
  tool: { whom: 'tool', signal: 'SIGKILL' },
  browser: { whom: 'browser', signal: 'SIGKILL' },
  SIGINT: { whom: 'tool', signal: 'SIGINT' },
  SIGTERM: { whom: 'tool', signal: 'SIGTERM' },
  SIGHUP: { whom: 'tool', signal: 'SIGHUP' },
  npx: { whom: 'tool', signal: 'SIGINT', twice: true },
}
const kinds = ['machine', ...Object.keys(blows)]
const unknown = positionals.find((word) => !kinds.includes(word))
if (unknown !== undefined) throw new Error(`没有 ${unknown}，只有 ${kinds.join('、')}`)
const asked = (kind: string) => positionals.length === 0 || positionals.includes(kind)

let failed = 0
const judge = (name: string, wrong: readonly string[]) => {
  if (wrong.length > 0) failed += 1
  console.log(`${wrong.length === 0 ? '好  ' : '不行'} ${name}`)
  for (const line of wrong.slice(0, 10)) console.log(`       ${line}`)
}

const issue = await victim()
try {
  if (asked('machine'))
    for (const fault of machineFaults) {
      if (fault.needsRoot && process.getuid?.() !== 0) console.log(`没试 ${fault.name}（要 root）`)
      else judge(fault.name, await fault.run(issue))
    }
  for (const [kind, blow] of Object.entries(blows)) {
    if (!asked(kind)) continue
    const random = randomFrom(Number(values.seed))
    const all = await killAtRandom(issue, { ...blow, count: Number(values.moments), random })
    judge(
      `${blow.signal} 给${blow.whom === 'tool' ? '程序' : '浏览器'}，${countsOf(all)}`,
      all.wrong,
    )
    for (const line of all.again) console.log(`  停顿 ${line}`)
  }
} finally {
  await issue.remove()
}
process.exitCode = failed === 0 ? 0 : 1

/** Such as `打中 100 次：130 的 96 次，0 的 4 次`. */
function countsOf({ hits, endings }: Blows): string {
  const each = [...endings].sort(([, a], [, b]) => b - a)
  return `打中 ${hits} 次：${each.map(([ending, times]) => `${ending} 的 ${times} 次`).join('，')}`
}

/** Mulberry32: the same moments for the same seed, between 0 and 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}
