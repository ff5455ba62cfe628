import { fork } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { workOf } from '../run.js'
import type { Asked, Said } from './child.js'
import { inputOf, readSeeds } from './inputs.js'
import { fuzzPreview } from './preview.js'

/**
 * Mutates articles, settings and Word files of `fixtures/` and tries each: it must be set, or end
 * with a message that says where; never with a stack, a hang or more than 1 GB. Requests to a running
 * preview are mutated likewise. The same seed makes the same inputs; what fails is saved, with its seed.
 *
 *     npm run stress -- fuzz [--parses 20000] [--builds 300] [--requests 5000] [--seed 1]
 */
const { values } = parseArgs({
  options: {
    parses: { type: 'string', default: '20000' },
    builds: { type: 'string', default: '300' },
    requests: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
  },
  args: process.argv.slice(3),
})

/** Milliseconds of work of the process that one trial may take; it waits for other programs too. */
const limits = { parse: 10_000, build: 60_000 }
/** How many times as long a trial may take by the clock: the machine may have more to do. */
const patience = 20
/** MB that the process may use. */
const mostMemory = 1024

const endings = new Map<string, number>()
const failures: { kind: Asked['kind'] | 'request'; seed: number; trouble: string }[] = []
let slowest = { ms: 0, seed: 0 }
let memory = 0
const first = Number(values.seed)
// Ctrl-C ends with the figures of what has been tried.
process.once('SIGINT', () => {
  sum()
  process.exit(1)
})
await tryAll({ kind: 'parse', from: first, to: first + Number(values.parses) })
await tryAll({ kind: 'build', from: first, to: first + Number(values.builds) })
const requests = Number(values.requests)
if (requests > 0) await tryPreview()
sum()
process.exitCode = failures.length === 0 ? 0 : 1

async function tryPreview(): Promise<void> {
  const tried = await fuzzPreview(first, first + requests)
  for (const [status, count] of tried.statuses) endings.set(`预览 ${status}`, count)
  memory = Math.max(memory, tried.memory)
  for (const { seed, trouble } of tried.failures) {
    failures.push({ kind: 'request', seed, trouble })
    console.log(`种子 ${seed}（request）：${trouble}`)
  }
}

function sum(): void {
  for (const [ended, count] of [...endings].sort()) console.log(`${ended}：${count}`)
  console.log(
    `最慢的一次 ${slowest.ms} 毫秒（种子 ${slowest.seed}），最多用了 ${Math.round(memory)} MB`,
  )
  const tried = [...endings.values()].reduce((all, count) => all + count, 0)
  console.log(`试了 ${tried} 个，${failures.length} 个不行`)
}

/** Tries all seeds; a child that hangs or ends is replaced by one that begins behind that seed. */
async function tryAll(asked: Asked): Promise<void> {
  for (let from = asked.from; from < asked.to; ) from = await tryFrom({ ...asked, from })
}

/** Tries until the end or until the child has to be given up; returns the next seed. */
function tryFrom(asked: Asked): Promise<number> {
  const { kind } = asked
  const child = fork(join(import.meta.dirname, 'child.ts'), { execArgv: ['--import', 'tsx'] })
  let at: { seed: number; start: number; work: number } | undefined
  let timer: NodeJS.Timeout | undefined
  let why = '进程中途结束了'
  const watch = (seed: number) => {
    if (at?.seed !== seed) return
    const waited = Date.now() - at.start
    const worked = (workOf(child.pid ?? 0) ?? waited) - at.work
    if (worked < limits[kind] && waited < limits[kind] * patience) return
    why = `做了 ${Math.round(worked / 1000)} 秒，等了 ${Math.round(waited / 1000)} 秒`
    child.kill('SIGKILL')
  }
  return new Promise((resolve) => {
    child.on('message', (said: Said) => {
      clearInterval(timer)
      if ('done' in said) {
        at = undefined
        return
      }
      if (!('ended' in said)) {
        const work = workOf(child.pid ?? 0)
        at = { seed: said.seed, start: Date.now(), work: work ?? 0 }
        timer = setInterval(() => watch(said.seed), 500)
        return
      }
      const worked = workOf(child.pid ?? 0)
      const ms = worked === undefined ? Date.now() - (at?.start ?? 0) : worked - (at?.work ?? 0)
      if (kind === 'parse' && ms > slowest.ms) slowest = { ms, seed: said.seed }
      const ended = `${kind === 'parse' ? '读' : '排'} ${said.ended}`
      endings.set(ended, (endings.get(ended) ?? 0) + 1)
      memory = Math.max(memory, said.memory)
      const tooMuch = said.memory > mostMemory ? `用了 ${Math.round(said.memory)} MB` : undefined
      const trouble = said.trouble ?? tooMuch
      if (trouble !== undefined) void failed(kind, said.seed, trouble)
      if (!tooMuch) return
      at = { seed: said.seed, start: 0, work: 0 }
      why = ''
      child.kill('SIGKILL')
    })
    child.on('close', () => {
      clearInterval(timer)
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
