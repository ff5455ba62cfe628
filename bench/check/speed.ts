import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { watchTree } from '../tree-memory.js'
import { writeLargeIssue } from './large-issue.js'

/** What issue 5 asks for, on two cores. */
const target = { seconds: 5, megabytes: 500 }
const size = { articles: 1000, characters: 2000 }

/** Times `bulletin check` of a large folder and of one issue, whole process, and prints both. */
export async function measureSpeed(root: string, runs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-speed-'))
  try {
    const large = join(folder, 'issue')
    const written = writeLargeIssue(large, join(root, 'fixtures/corpus'), size)
    const one = join(root, 'fixtures/issue-54')
    const times = new Map<string, number[]>([
      [large, []],
      [one, []],
    ])
    // In turn, so that a busy moment of the machine hits both.
    for (let run = 0; run < runs; run++) {
      for (const [issue, some] of times) some.push((await checked(root, issue)).seconds)
    }
    const { megabytes } = await checked(root, large, true)
    const [median = 0, range] = spread(times.get(large) ?? [])
    const load = (loadavg()[0] ?? 0).toFixed(1)
    console.log(`各 ${runs} 次，交替进行；负载 ${load}`)
    console.log(`${size.articles} 篇、${written} 字：中位数 ${median.toFixed(2)} s（${range}）`)
    console.log(`  目标 ≤ ${target.seconds} s：${median <= target.seconds ? '达到' : '没有达到'}`)
    console.log(
      `  内存峰值 ${megabytes === undefined ? '—' : `${Math.round(megabytes)} MB`}，目标 ≤ ${target.megabytes} MB：${(megabytes ?? 0) <= target.megabytes ? '达到' : '没有达到'}`,
    )
    const [single = 0, around] = spread(times.get(one) ?? [])
    console.log(`fixtures/issue-54：中位数 ${single.toFixed(2)} s（${around}）`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function checked(root: string, issue: string, watched = false) {
  const since = performance.now()
  const words = [join(root, 'bin/bulletin.js'), 'check', issue, '--format', 'json']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  // Looking at memory costs time.
  const watch = watched && child.pid !== undefined ? watchTree(child.pid) : undefined
  const [code] = await once(child, 'close')
  const megabytes = watch?.stop()?.mb
  if (code !== 0) throw new Error(`bulletin check ${issue} 失败（${code}）。`)
  return { seconds: (performance.now() - since) / 1000, megabytes }
}

function spread(samples: readonly number[]): [number | undefined, string] {
  const sorted = samples.toSorted((a, b) => a - b)
  const range = `${sorted[0]?.toFixed(2)}–${sorted.at(-1)?.toFixed(2)}`
  return [sorted[Math.floor((sorted.length - 1) / 2)], range]
}
