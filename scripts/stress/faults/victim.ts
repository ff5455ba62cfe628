import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { processesWith } from '../../../test/kit/processes.js'
import { root } from '../root.js'

/** How a run of the program ended. */
export interface Ended {
  /** Exit code; null when a signal ended the process. */
  code: number | null
  stderr: string
  /** How long it ran, in milliseconds. */
  ms: number
}

export interface RunOptions {
  /** Path of the PDF; by default that of the issue. */
  output?: string
  env?: Record<string, string>
  /** Shell words before the program, as in `ulimit -n 40;`. */
  before?: string
  /** User id, for root only. */
  uid?: number
  /** Is told the process id as soon as the process runs. */
  onStart?: (pid: number) => void
}

/** An issue to break: its own folder, cache and temporary folder, all of which one word marks. */
export interface Victim {
  /** Folder that holds everything. */
  place: string
  /** Folder of the issue. */
  folder: string
  pdf: string
  /** The PDF of an undisturbed build. */
  whole: Buffer
  run(options?: RunOptions): Promise<Ended>
  /**
   * What a run left behind that it should not have: half a PDF, temporary files, processes; empty if
   * all is well. Waits a few seconds for the processes.
   */
  damage(): Promise<string[]>
  /** Whether the PDF is that of the undisturbed build. */
  isWhole(): Promise<boolean>
  remove(): Promise<void>
}

/** Copies an issue and builds it once. */
export async function victim(): Promise<Victim> {
  const place = await mkdtemp(join(tmpdir(), 'bulletin-faults-'))
  const folder = join(place, 'notice-7')
  const pdf = join(place, 'notice-7.pdf')
  await cp(join(root, 'fixtures/notice-7'), folder, { recursive: true })
  const temporary = join(place, 'tmp')
  await mkdir(temporary)
  const run = (options: RunOptions = {}) => started(place, folder, options.output ?? pdf, options)
  const first = await run()
  if (first.code !== 0) throw new Error(`第一遍就没有排成：${first.stderr}`)
  const whole = await readFile(pdf)
  const ours = new Set([...(await readdir(place)), 'notice-7.pdf'])
  return {
    place,
    folder,
    pdf,
    whole,
    run,
    async damage() {
      // A browser whose program was killed notices the closed pipe a moment later.
      for (let tries = 0; tries < 50 && processesWith(place).length > 0; tries += 1) await wait(100)
      const found = processesWith(place).map((pid) => `进程 ${pid}`)
      const made = await readFile(pdf).catch(() => undefined)
      if (!made?.equals(whole)) found.push(made ? 'PDF 坏了' : 'PDF 没有了')
      const beside = (await readdir(place)).filter((name) => !ours.has(name))
      const inFolder = (await readdir(folder)).filter((name) => /tmp|^\./.test(name))
      const inTemp = await readdir(temporary)
      return [...found, ...[...beside, ...inFolder, ...inTemp].map((name) => `留下 ${name}`)]
    },
    isWhole: async () => whole.equals(await readFile(pdf).catch(() => Buffer.alloc(0))),
    remove: () => rm(place, { recursive: true, force: true }),
  }
}

/** Changes an article so that nothing is recalled from the cache; the printed page stays the same. */
export async function touch({ folder }: Victim): Promise<void> {
  const name = (await readdir(folder)).find((each) => each.endsWith('.md')) ?? ''
  const path = join(folder, name)
  await writeFile(
    path,
    `${(await readFile(path, 'utf8')).trimEnd()}\n${'\n'.repeat(1 + (Date.now() % 7))}`,
  )
}

function started(
  place: string,
  folder: string,
  output: string,
  options: RunOptions,
): Promise<Ended> {
  const program = [process.execPath, join(root, 'bin/bulletin.js'), 'build', folder, '-o', output]
  const begun = performance.now()
  const child = spawn('/bin/sh', ['-c', `${options.before ?? ''} exec "$@"`, 'sh', ...program], {
    env: {
      ...process.env,
      XDG_CACHE_HOME: join(place, 'cache'),
      TMPDIR: join(place, 'tmp'),
      ...options.env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  if (child.pid !== undefined) options.onStart?.(child.pid)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      child.stderr?.destroy()
      resolve({ code, stderr, ms: performance.now() - begun })
    })
  })
}
