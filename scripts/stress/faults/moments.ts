import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { processesWith } from '../../../test/kit/processes.js'
import { touch, type Victim } from './victim.js'

/** Ends the build or its browser at `count` random moments; returns what was wrong, one line each. */
export async function killAtRandom(
  issue: Victim,
  {
    whom,
    signal,
    count,
    random,
  }: {
    whom: 'tool' | 'browser'
    signal: NodeJS.Signals
    count: number
    random: () => number
  },
): Promise<string[]> {
  const wrong: string[] = []
  await touch(issue)
  const usual = (await issue.run()).ms
  for (let n = 1; n <= count; n += 1) {
    await touch(issue)
    const moment = Math.round(random() * usual)
    const note = (text: string) => wrong.push(`第 ${n} 次，${moment} 毫秒：${text}`)
    const run = await issue.run({
      onStart: (pid) =>
        void wait(moment).then(() => {
          for (const each of whom === 'tool' ? [pid] : browsersOf(issue)) send(each, signal)
        }),
    })
    if (!(await issue.isWhole())) note('PDF 不完整')
    if (!mayEnd(whom, signal, run.code)) note(`退出码 ${run.code} ${run.stderr.slice(0, 200)}`)
    // What SIGKILL left behind is for the next run to clear; every other end clears up itself.
    if (signal !== 'SIGKILL' || whom === 'browser') {
      for (const each of await issue.damage()) note(each)
    }
    const next = await issue.run()
    if (next.code !== 0) note(`下一遍的退出码 ${next.code} ${next.stderr.slice(0, 200)}`)
    for (const each of await issue.damage()) note(`下一遍之后${each}`)
  }
  return wrong
}

/** A killed browser is started again or reported as trouble of the machine (3). */
const mayEnd = (whom: 'tool' | 'browser', signal: NodeJS.Signals, code: number | null): boolean => {
  if (code === 0) return true
  if (whom === 'browser') return code === 3
  // A signal that comes before the program listens to it ends the process by itself: null.
  return code === null || (signal !== 'SIGKILL' && code === 130)
}

const browsersOf = ({ place }: Victim): number[] =>
  processesWith(place).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--remote-debugging-pipe')
    } catch {
      return false
    }
  })

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It had ended already.
  }
}
