import { fork } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Asked, Said } from './child.js'
import { inputOf, readSeeds } from './inputs.js'

/**
 * Mutates articles, settings and Word files of `fixtures/` and tries each: it must be set, or end
 * with a message that says where; never with a stack, a hang or more than 1 GB. The same seed makes
 * the same inputs; what fails is saved, with its seed.
 *
 *     npm run stress -- fuzz [--parses 20000] [--builds 300] [--seed 1]
 */
const { values } = parseArgs({
  options: {
    parses: { type: 'string', default: '20000' },
    builds: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
  },
  args: process.argv.slice(3),
})

/** Milliseconds that one trial may take. */
const limits = { parse: 10_000, build: 60_000 }
/** MB that the process may use. */
const mostMemory = 1024

const endings = new Map<string, number>()
const failures: { kind: Asked['kind']; seed: number; trouble: string }[] = []
let slowest = { ms: 0, seed: 0 }
let memory = 0
const first = Number(values.seed)
await tryAll({ kind: 'parse', from: first, to: first + Number(values.parses) })
await tryAll({ kind: 'build', from: first, to: first + Number(values.builds) })
for (const [ended, count] of [...endings].sort()) console.log(`${ended}：${count}`)
console.log(
  `最慢的一次 ${slowest.ms} 毫秒（种子 ${slowest.seed}），最多用了 ${Math.round(memory)} MB`,
)
console.log(`${failures.length} 个不行`)
process.exitCode = failures.length === 0 ? 0 : 1

/** Tries all seeds; a child that hangs or ends is replaced by one that begins behind that seed. */
async function tryAll(asked: Asked): Promise<void> {
  for (let from = asked.from; from < asked.to; ) from = await tryFrom({ ...asked, from })
}

/** Tries until the end or until the child has to be given up; returns the next seed. */
function tryFrom(asked: Asked): Promise<number> {
  const { kind } = asked
  const child = fork(join(import.meta.dirname, 'child.ts'), { execArgv: ['--import', 'tsx'] })
  let at: { seed: number; start: number } | undefined
  let timer: NodeJS.Timeout | undefined
  let why = '进程中途结束了'
  return new Promise((resolve) => {
    child.on('message', (said: Said) => {
      clearTimeout(timer)
      if ('done' in said) {
        at = undefined
        return
      }
      if (!('ended' in said)) {
        at = { seed: said.seed, start: Date.now() }
        timer = setTimeout(() => {
          why = `超过 ${limits[kind] / 1000} 秒`
          child.kill('SIGKILL')
        }, limits[kind])
        return
      }
      const ms = Date.now() - (at?.start ?? 0)
      if (kind === 'parse' && ms > slowest.ms) slowest = { ms, seed: said.seed }
      const ended = `${kind === 'parse' ? '读' : '排'} ${said.ended}`
      endings.set(ended, (endings.get(ended) ?? 0) + 1)
      memory = Math.max(memory, said.memory)
      const tooMuch = said.memory > mostMemory ? `用了 ${Math.round(said.memory)} MB` : undefined
      const trouble = said.trouble ?? tooMuch
      if (trouble !== undefined) void failed(kind, said.seed, trouble)
      if (!tooMuch) return
      at = { seed: said.seed, start: 0 }
      why = ''
      child.kill('SIGKILL')
    })
    child.on('close', () => {
      clearTimeout(timer)
      if (at === undefined) return resolve(asked.to)
      if (why !== '') void failed(kind, at.seed, why)
      resolve(at.seed + 1)
    })
    child.send(asked)
  })
}

/** Says what failed, and saves its input. */
async function failed(kind: Asked['kind'], seed: number, trouble: string): Promise<void> {
  failures.push({ kind, seed, trouble })
  const folder = join(tmpdir(), 'bulletin-fuzz-failures', `${kind}-${seed}`)
  console.log(`种子 ${seed}（${kind}，存在 ${folder}）：${trouble.slice(0, 1500)}`)
  const input = inputOf(seed, await readSeeds(), { word: kind === 'parse' })
  await mkdir(folder, { recursive: true })
  if (input.kind === 'word') return writeFile(join(folder, 'input.docx'), input.bytes)
  if (input.settings) await writeFile(join(folder, 'bulletin.yaml'), input.settings)
  for (const [index, bytes] of input.articles.entries())
    await writeFile(join(folder, `${index + 1}.md`), bytes)
}
