import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from '../measure.js'
import { processContender } from '../process-contender.js'
import type { Spread } from '../spread.js'
import { writeLargeIssue } from './large-issue.js'

/** Targets for checking a large folder, on two cores. */
const target = { seconds: 5, megabytes: 500 }
const size = { articles: 1000, characters: 2000 }

/**
 * Measures `bulletin check` on a large folder and on one issue, including process start, and prints
 * both.
 */
export async function measureSpeed(root: string, runs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-speed-'))
  try {
    const issue = join(folder, 'issue')
    const written = writeLargeIssue(issue, join(root, 'fixtures/corpus'), size)
    const large = checkOf(root, issue)
    const one = checkOf(root, join(root, 'fixtures/issue-54'))
    const measured = await measure([large, one], runs)
    const [ofLarge, ofOne] = [measured.get(large), measured.get(one)]
    if (!ofLarge || !ofOne) throw new Error('nothing was measured')
    const { time, memory } = ofLarge
    const load = (loadavg()[0] ?? 0).toFixed(1)
    console.log(`各 ${runs} 次，交替进行；负载 ${load}`)
    console.log(`${size.articles} 篇、${written} 字：${seconds(time)}`)
    console.log(`  目标 ≤ ${target.seconds} s：${verdict(time.median / 1000, target.seconds)}`)
    const peak = memory === undefined ? '—' : `${Math.round(memory.median)} MB`
    console.log(
      `  内存峰值 ${peak}，目标 ≤ ${target.megabytes} MB：${verdict(memory?.median, target.megabytes)}`,
    )
    console.log(`fixtures/issue-54：${seconds(ofOne.time)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const checkOf = (root: string, issue: string) =>
  processContender({
    name: `bulletin check ${issue}`,
    command: [process.execPath, join(root, 'bin/bulletin.js'), 'check', issue, '--format', 'json'],
    env: process.env,
    pdfs: [],
  })

const seconds = ({ median, min, max }: Spread) => {
  const [middle, least, most] = [median, min, max].map((ms) => (ms / 1000).toFixed(2))
  return `中位数 ${middle} s（${least}–${most}）`
}

function verdict(measured: number | undefined, most: number): string {
  if (measured === undefined) return '量不出'
  return measured <= most ? '达到' : '没有达到'
}
