import { execFileSync } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Ended, Victim } from './victim.js'

/** One fault of the machine: makes it, runs the program, and says what was wrong. */
export interface MachineFault {
  name: string
  /** Only root can make this fault. */
  needsRoot?: boolean
  run(issue: Victim): Promise<string[]>
}

const NOBODY = 65534

/** A message and one of the exit codes; never a stack. */
const ended = ({ code, stderr }: Ended, ...codes: number[]): string[] => {
  const wrong = codes.includes(code ?? -1) ? [] : [`退出码 ${code} ${stderr.slice(0, 300)}`]
  if (code !== 0 && !stderr.includes('改法')) wrong.push(`没有说怎样办：${stderr.slice(0, 300)}`)
  return /\n\s+at /.test(stderr) ? [...wrong, `打印了调用栈：${stderr.slice(0, 300)}`] : wrong
}

/** A mounted file system of a few kilobytes. */
async function withFullDisk(use: (folder: string) => Promise<string[]>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bulletin-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder])
  try {
    return await use(folder)
  } finally {
    execFileSync('umount', [folder])
    await rm(folder, { recursive: true, force: true })
  }
}

export const machineFaults: MachineFault[] = [
  {
    name: '磁盘满：PDF 写不下',
    needsRoot: true,
    run: (issue) =>
      withFullDisk(async (folder) => {
        await issue.touch()
        await writeFile(join(folder, 'out.pdf'), 'the one before')
        const run = await issue.run({ output: join(folder, 'out.pdf') })
        const kept = (await readFile(join(folder, 'out.pdf'), 'utf8')) === 'the one before'
        const left = (await readdir(folder)).filter((name) => name !== 'out.pdf')
        const wrong = left.map((name) => `留下 ${name}`)
        return [...ended(run, 3), ...(kept ? [] : ['原来的 PDF 没有了']), ...wrong]
      }),
  },
  {
    name: '磁盘满：缓存和临时文件夹写不下',
    needsRoot: true,
    run: (issue) =>
      withFullDisk(async (folder) => {
        await issue.touch()
        const run = await issue.run({ env: { XDG_CACHE_HOME: folder, TMPDIR: folder } })
        return [...ended(run, 0, 3), ...(await issue.damage())]
      }),
  },
  {
    name: '输出文件夹只读',
    needsRoot: true,
    async run(issue) {
      const folder = join(issue.place, 'tmp/readonly')
      await mkdir(folder)
      await chmod(issue.place, 0o755)
      await chown(join(issue.place, 'tmp'), NOBODY, NOBODY)
      const env = { XDG_CACHE_HOME: join(issue.place, 'tmp/cache'), HOME: join(issue.place, 'tmp') }
      const run = await issue.run({ output: join(folder, 'out.pdf'), uid: NOBODY, env })
      await rm(join(issue.place, 'tmp'), { recursive: true })
      await mkdir(join(issue.place, 'tmp'))
      return [...ended(run, 3), ...(await issue.damage())]
    },
  },
  {
    name: '输出的名字是一个文件夹',
    async run(issue) {
      const run = await issue.run({ output: join(issue.place, 'notice-7') })
      return [...ended(run, 2, 3), ...(await issue.damage())]
    },
  },
  ...[20, 40, 64, 128].map((handles) => ({
    name: `只有 ${handles} 个文件句柄`,
    async run(issue: Victim) {
      await issue.touch()
      const run = await issue.run({ before: `ulimit -n ${handles};` })
      // Below about 30, Node itself cannot start.
      const cannotStart = run.code !== 0 && /node|libuv/i.test(run.stderr) && handles < 30
      return [...(cannotStart ? [] : ended(run, 0, 3)), ...(await issue.damage())]
    },
  })),
  ...[-400, 400].map((days) => ({
    name: `排的当中时钟跳 ${days} 天`,
    async run(issue: Victim) {
      await issue.touch()
      const jump = `const now=Date.now;let by=0;setTimeout(()=>{by=${days}*864e5},250).unref();Date.now=()=>now()+by`
      const run = await issue.run({
        env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(jump)}` },
      })
      return [...ended(run, 0), ...(await issue.damage())]
    },
  })),
  {
    name: '同时排两遍，十次',
    async run(issue) {
      const wrong: string[] = []
      for (let n = 0; n < 10; n += 1) {
        await issue.touch()
        const runs = await Promise.all([issue.run(), issue.run()])
        wrong.push(...runs.flatMap((run) => ended(run, 0)), ...(await issue.damage()))
      }
      return wrong
    },
  },
  {
    name: '排的当中稿件在变，二十次',
    async run(issue) {
      const wrong: string[] = []
      const name = (await readdir(issue.folder)).find((each) => each.endsWith('.md')) ?? ''
      const path = join(issue.folder, name)
      const text = await readFile(path)
      for (let n = 0; n < 20; n += 1) {
        await issue.touch()
        const run = await issue.run({
          onStart: () =>
            void (async () => {
              for (let at = 0; at < 40; at += 1) {
                await wait(20)
                if (at % 3 === 2) await rm(path, { force: true })
                else await writeFile(path, at % 3 === 0 ? text.subarray(0, text.length / 2) : text)
              }
              await writeFile(path, text)
            })(),
        })
        wrong.push(...ended(run, 0, 1, 2, 3))
        await wait(900)
        await writeFile(path, text)
        const next = await issue.run()
        wrong.push(...ended(next, 0), ...(await issue.damage()))
      }
      return wrong
    },
  },
]
