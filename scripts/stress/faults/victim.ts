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
  signal: NodeJS.Signals | null
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
  run(options?: RunOptions): Promise<Ended>
  /** Changes an article so that nothing is recalled from the cache; the pages stay the same. */
  touch(): Promise<void>
  /** Like `touch`, but a sentence comes or goes, so that the PDF is another one. */
  edit(): Promise<void>
  /**
   * What a run left behind that it should not have: half a PDF, temporary files, processes; empty if
   * all is well. Waits for processes that are about to end.
   *
   * @param may `new`: the PDF must be that of the last edit; `either`: the one before will do.
   */
  damage(may?: 'new' | 'either'): Promise<string[]>
  /** Ends and removes all that `damage` finds, so that it is told once. */
  clear(): Promise<void>
  remove(): Promise<void>
}

/** Time to wait for processes that are about to end: ms a look, number of looks. */
const looks = { every: 100, most: 200 }

/** What an article ends with in its two versions. */
const endings = ['', '\n\n又改了一句。'] as const

/** Copies an issue and builds both its versions once. */
export async function victim(): Promise<Victim> {
  const place = await mkdtemp(join(tmpdir(), 'bulletin-faults-'))
  const folder = join(place, 'notice-7')
  const pdf = join(place, 'notice-7.pdf')
  await cp(join(root, 'fixtures/notice-7'), folder, { recursive: true })
  const temporary = join(place, 'tmp')
  await mkdir(temporary)
  const run = (options: RunOptions = {}) => started(place, folder, options.output ?? pdf, options)
  const article = join(folder, (await readdir(folder)).find((each) => each.endsWith('.md')) ?? '')
  const text = (await readFile(article, 'utf8')).trimEnd()
  let version = 0
  let lines = 1
  const touch = () => {
    lines += 1
    return writeFile(article, `${text}${endings[version]}${'\n'.repeat(lines)}`)
  }
  const edit = () => {
    version = 1 - version
    return touch()
  }
  const whole: Buffer[] = []
  for (const _ of endings) {
    await edit()
    const { code, stderr } = await run()
    if (code !== 0) throw new Error(`还没有破坏就排不成：${stderr}`)
    whole[version] = await readFile(pdf)
  }
  if (whole[0]?.equals(whole[1] ?? Buffer.alloc(0))) throw new Error('改了稿件，PDF 没有变')
  const ours = new Set([...(await readdir(place)), 'notice-7.pdf'])

  /** Paths of the files and folders that should not be there. */
  const litter = async () => [
    ...(await readdir(place)).filter((name) => !ours.has(name)).map((name) => join(place, name)),
    ...(await readdir(folder))
      .filter((name) => /tmp|^\./.test(name))
      .map((name) => join(folder, name)),
    ...(await readdir(temporary)).map((name) => join(temporary, name)),
  ]

  return {
    place,
    folder,
    run,
    touch,
    edit,
    async damage(may = 'new') {
      // A browser whose program was killed notices the closed pipe a moment later.
      for (let look = 0; look < looks.most && processesWith(place).length > 0; look += 1)
        await wait(looks.every)
      const found = processesWith(place).map((pid) => `留下进程 ${pid}`)
      const made = await readFile(pdf).catch(() => undefined)
      const fits = may === 'new' ? [whole[version]] : whole
      if (made === undefined) found.push('PDF 没有了')
      else if (!fits.some((one) => one?.equals(made)))
        found.push(whole.some((one) => one.equals(made)) ? 'PDF 是旧的' : 'PDF 不完整')
      return [...found, ...(await litter()).map((path) => `留下 ${path.slice(place.length + 1)}`)]
    },
    async clear() {
      for (const pid of processesWith(place)) send(pid, 'SIGKILL')
      for (const path of await litter()) await rm(path, { recursive: true, force: true })
    },
    remove: () => rm(place, { recursive: true, force: true }),
  }
}

/** Sends a signal; returns false if the process has ended already. */
export function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

/** Milliseconds after which a build is taken for hung and killed. */
export const hung = 300_000

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
    timeout: hung,
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
    child.on('exit', (code, signal) => {
      child.stderr?.destroy()
      resolve({ code, signal, stderr, ms: performance.now() - begun })
    })
  })
}
