import { parseArgs } from 'node:util'
import { machineFaults } from './faults/machine.js'
import { killAtRandom } from './faults/moments.js'
import { victim } from './faults/victim.js'

/**
 * Disturbs builds and looks at what is left: the PDF whole, no process, no temporary file, a message
 * and the right exit code, and a next build that works. Linux.
 *
 *     npm run stress -- faults [--moments 100] [--seed 1]
 */
const { values } = parseArgs({
  options: {
    moments: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
  args: process.argv.slice(3),
})
const count = Number(values.moments)
let failed = 0
const judge = (name: string, wrong: readonly string[]) => {
  if (wrong.length > 0) failed += 1
  console.log(`${wrong.length === 0 ? '好  ' : '不行'} ${name}`)
  for (const line of wrong.slice(0, 10)) console.log(`       ${line}`)
}

const issue = await victim()
try {
  for (const fault of machineFaults) {
    if (fault.needsRoot && process.getuid?.() !== 0) console.log(`没试 ${fault.name}（要 root）`)
    else judge(fault.name, await fault.run(issue))
  }
  const random = randomFrom(Number(values.seed))
  for (const [whom, signal] of [
    ['tool', 'SIGKILL'],
    ['browser', 'SIGKILL'],
    ['tool', 'SIGINT'],
    ['tool', 'SIGTERM'],
    ['tool', 'SIGHUP'],
  ] as const) {
    const many = signal === 'SIGKILL' ? count : Math.ceil(count / 5)
    const wrong = await killAtRandom(issue, { whom, signal, count: many, random })
    judge(`${signal} 给${whom === 'tool' ? '程序' : '浏览器'}，${many} 次`, wrong)
  }
} finally {
  await issue.remove()
}
process.exitCode = failed === 0 ? 0 : 1

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
