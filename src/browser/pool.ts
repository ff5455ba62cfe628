import pLimit from 'p-limit'
import { BrowserLost } from '../model/fault.js'
import type { BlankPage } from './blank-page.js'
import type { OpenBrowser } from './index.js'

/** Browsers that print side by side, one issue each at a time. */
export interface BrowserPool {
  /**
   * Work on a browser that nobody else uses meanwhile. When it dies under the work, the work is
   * done once more on a fresh one; others do not notice. Rejects with what the browser died of when
   * that one dies too, or does not start.
   */
  use<T>(wish: BrowserEnv, work: (seat: Lease) => Promise<T>): Promise<T>
  /** Starts a browser ahead of its first use, with a page on it; returns once it is on its way, or failed. */
  warmUp(wish: BrowserEnv): Promise<void>
  /** Ends those that are idle: no more work is looked for. Another starts if some comes all the same. */
  closeIdle(): Promise<void>
  /** Ends all browsers. Pending requests never settle: the process is about to end. */
  close(): Promise<void>
}

/** Variables for the browser alone. Browsers of other variables see other fonts. */
export type BrowserEnv = Record<string, string> | undefined

/** A browser and a page of it for the time of one work. */
export interface Lease {
  open: OpenBrowser
  blank: BlankPage
}

export interface PoolOptions {
  /** How many browsers there are at most. */
  size: number
  /** After so many works a browser gives way to a fresh one: what it hoards goes with it. */
  maxUses: number
  /**
   * Whether works come one by one with pauses between, as a person saves: a page is opened ahead for
   * each, and a browser that does not start now may start later.
   */
  persistent?: boolean
  open(wish: BrowserEnv, onSpawn?: () => void): Promise<OpenBrowser>
  openBlank(open: OpenBrowser): Promise<BlankPage>
}

interface Slot {
  key: string
  open: Promise<OpenBrowser>
  /** It, once it answers. */
  opened?: OpenBrowser
  blank?: BlankPage
  uses: number
  busy: boolean
}

/** Browsers are started when they are needed and no other is free. */
export function browserPool({
  size,
  maxUses,
  persistent = false,
  open,
  openBlank,
}: PoolOptions): BrowserPool {
  const all = new Set<Slot>()
  const turn = pLimit(size)
  let anyStarted = false
  /** No browser starts here: the next of many issues would wait as long for the same answer. */
  let noneStarts: Promise<OpenBrowser> | undefined
  let closed = false

  function start(wish: BrowserEnv, onSpawn?: () => void): Slot {
    const opening = noneStarts ?? open(wish, onSpawn)
    const kept: Slot = { key: keyOf(wish), open: opening, uses: 0, busy: false }
    all.add(kept)
    opening.then(
      (opened) => {
        anyStarted = true
        kept.opened = opened
      },
      () => {
        all.delete(kept)
        if (!anyStarted && !persistent) noneStarts = opening
      },
    )
    return kept
  }

  async function end(kept: Slot): Promise<void> {
    all.delete(kept)
    await kept.open.then(
      (one) => one.close(),
      () => {},
    )
  }

  /** In a turn, so that there is an idle browser or room for a new one. */
  async function take(wish: BrowserEnv): Promise<Slot> {
    const dead = [...all].filter(({ busy, opened }) => !busy && opened?.isLost())
    await Promise.all(dead.map(end))
    const idle = [...all].filter(({ busy }) => !busy)
    const same = idle.find(({ key }) => key === keyOf(wish))
    if (!same && idle[0] && all.size >= size) await end(idle[0])
    const kept = same ?? start(wish)
    kept.busy = true
    return kept
  }

  async function give(kept: Slot): Promise<void> {
    kept.busy = false
    kept.uses += 1
    if (kept.uses >= maxUses) await end(kept)
    else if (persistent && kept.opened && !kept.opened.isLost()) await readyPage(kept, kept.opened)
  }

  async function readyPage(kept: Slot, opened: OpenBrowser): Promise<void> {
    kept.blank ??= await openBlank(opened)
  }

  async function once<T>(kept: Slot, work: (seat: Lease) => Promise<T>): Promise<T> {
    let blank: BlankPage | undefined
    try {
      const open = await kept.open
      blank = kept.blank ?? (await openBlank(open))
      kept.blank = undefined
      const result = await work({ open, blank })
      kept.blank = blank.emptied()
      return result
    } catch (error) {
      if (error instanceof BrowserLost) await end(kept)
      // What is left on it is not known.
      else void blank?.close().catch(() => undefined)
      throw error
    } finally {
      await give(kept)
    }
  }

  return {
    use: (wish, work) =>
      turn(async () => {
        if (closed) return forever
        const kept = await take(wish)
        try {
          return await once(kept, work)
        } catch (death) {
          if (closed) return forever
          // Where one has started, one that does not was killed as well.
          const isDeath = death instanceof BrowserLost || (anyStarted && kept.opened === undefined)
          if (!isDeath) throw death
          const fresh = await take(wish)
          await fresh.open.catch(() => {
            throw death
          })
          return await once(fresh, work)
        }
      }),
    warmUp: (wish) =>
      new Promise((resolve) => {
        const kept = start(wish, resolve)
        // An error surfaces at the first print.
        kept.open.then((opened) => readyPage(kept, opened)).then(resolve, () => resolve())
      }),
    async closeIdle() {
      await Promise.all([...all].filter(({ busy }) => !busy).map(end))
    },
    async close() {
      closed = true
      await Promise.all([...all].map(end))
    },
  }
}

const keyOf = (wish: BrowserEnv) => JSON.stringify(wish ?? {})

const forever = new Promise<never>(() => {})
