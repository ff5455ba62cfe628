import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { processesWith } from '../../../test/kit/processes.js'
import { watchStillness } from './stillness.js'
import { type Ended, hung, send, type Victim } from './victim.js'

/** Who gets which signal. */
export interface Blow {
  whom: 'tool' | 'browser'
  signal: NodeJS.Signals
  /** Twice at once: npx passes on the Ctrl-C that the terminal has sent already. */
  twice?: boolean
}

/** What came of it. */
export interface Blows {
  /** How many hit a running process. */
  hits: number
  /** How often a build ended in which way, such as `130`. */
  endings: Map<string, number>
  /** What was wrong, one line each. */
  wrong: string[]
  /** What was wrong while everything stood still for seconds; tried again, so not counted. */
  again: string[]
}

/** So many of the latest undisturbed builds tell how long one takes: other work comes and goes. */
const usual = 3

/** A moment that finds everything standing still is tried again so often. */
const retries = 5

/**
 * Hits the build or its browser at random moments until `count` have hit a running process. A moment
 * at which there is none does not count; after three times as many tries it is given up.
 */
export async function killAtRandom(
  issue: Victim,
  { count, random, ...blow }: Blow & { count: number; random: () => number },
): Promise<Blows> {
  const all: Blows = { hits: 0, endings: new Map(), wrong: [], again: [] }
  const times = await usualTimes(issue)
  for (let tries = 1; tries <= count * 3 && all.hits < count; tries += 1) {
    // A little more than usual, so that its end is hit too.
    const moment = Math.round(random() * median(times.slice(-usual)) * 1.05)
    for (let retry = 0; retry <= retries; retry += 1) {
      const stoodStill = watchStillness()
      const { ended, hit, wrong, undisturbed } = await hitOnce(issue, blow, moment)
      const isExcused = stoodStill() && retry < retries
      const told = wrong.map((text) => `第 ${tries} 次，${moment} 毫秒：${text}`)
      if (wrong.length > 0) await issue.clear()
      if (wrong.length > 0 && isExcused) {
        all.again.push(...told)
        continue
      }
      all.wrong.push(...told)
      if (undisturbed !== undefined) times.push(undisturbed)
      if (hit) {
        const ending = String(ended.code ?? ended.signal)
        all.hits += 1
        all.endings.set(ending, (all.endings.get(ending) ?? 0) + 1)
      }
      break
    }
  }
  return all
}

/** Times of some undisturbed builds, in ms. */
async function usualTimes(issue: Victim): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < usual; n += 1) {
    await issue.edit()
    times.push((await issue.run()).ms)
  }
  return times
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Disturbs one build and looks at it; then builds undisturbed and looks again. */
async function hitOnce(issue: Victim, { whom, signal, twice }: Blow, moment: number) {
  await issue.edit()
  let hit = false
  const ended = await issue.run({
    onStart: (pid) =>
      void wait(moment).then(async () => {
        for (const each of whom === 'tool' ? [pid] : browsersOf(issue))
          hit = send(each, signal) || hit
        if (!twice) return
        await wait(10)
        send(pid, signal)
      }),
  })
  const wrong = mayEnd({ whom, signal }, ended) ? [] : [`结束于 ${saying(ended)}`]
  // What SIGKILL left behind is for the next run to clear; every other end clears up itself.
  if (signal !== 'SIGKILL' || whom === 'browser')
    wrong.push(...(await issue.damage(ended.code === 0 ? 'new' : 'either')))
  const next = await issue.run()
  if (next.code !== 0) wrong.push(`下一遍结束于 ${saying(next)}`)
  wrong.push(...(await issue.damage()).map((each) => `下一遍之后${each}`))
  // After a build that went well, the next has nothing to do.
  const undisturbed = !hit ? ended.ms : ended.code === 0 ? undefined : next.ms
  return { ended, hit, wrong, undisturbed }
}

/** A killed browser is started again or reported as trouble of the machine (3). */
function mayEnd({ whom, signal }: Blow, ended: Ended): boolean {
  if (ended.ms >= hung || /\n\s+at /.test(ended.stderr)) return false
  if (ended.code === 0) return true
  if (whom === 'browser') return ended.code === 3 && ended.stderr.includes('改法')
  // A signal that comes before the program listens to it ends the process by itself.
  return ended.signal === signal || (signal !== 'SIGKILL' && ended.code === 130)
}

const saying = ({ code, signal, ms, stderr }: Ended): string =>
  `${code ?? signal}，用了 ${Math.round(ms)} 毫秒：${stderr.slice(0, 300)}`

const browsersOf = ({ place }: Victim): number[] =>
  processesWith(place).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--remote-debugging-pipe')
    } catch {
      return false
    }
  })
