import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import type { Contender } from './contender.js'

/** A command to measure. */
export interface ProcessWork {
  name: string
  /** Program and arguments. */
  command: readonly [program: string, ...words: string[]]
  /** The complete environment. */
  env: NodeJS.ProcessEnv
  cwd?: string
  pdfs: readonly string[]
  /** Preparation before each run; not measured. */
  before?: () => Promise<void>
}

/** A contender whose work is one process from start to end. */
export const processContender = (work: ProcessWork): Contender => ({
  name: work.name,
  pdfs: work.pdfs,
  async run(onStart = () => {}) {
    await work.before?.()
    const since = performance.now()
    await finished(work, onStart)
    return performance.now() - since
  },
})

async function finished(
  { name, command: [program, ...words], env, cwd }: ProcessWork,
  onStart: (pid: number) => void,
): Promise<void> {
  const child = spawn(program, words, { env, cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let errorOutput = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errorOutput += text
  })
  if (child.pid !== undefined) onStart(child.pid)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${name} 失败（${code}）：\n${errorOutput.slice(-2000)}`)
}
