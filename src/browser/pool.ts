import pLimit from 'p-limit'
import { BrowserLost } from '../model/fault.js'
import type { BlankPage } from './blank-page.js'
import type { OpenBrowser } from './index.js'

/** Browsers that print in parallel, one issue each at a time. */
export interface BrowserPool {
  /**
   * Runs work with exclusive use of a browser. If the browser crashes, the work is repeated once
   * with a new one; other work is not affected. Rejects with the reason of the first crash if the
   * new browser does not start, and with the second error if it fails too.
   */
  use<T>(wish: BrowserEnv, work: (seat: Lease) => Promise<T>): Promise<T>
  /**
   * Starts a browser in advance and opens a page. Resolves when its process has been started, or
   * has failed to.
   */
  warmUp(wish: BrowserEnv): Promise<void>
  /**
   * Closes idle browsers when no more work is expected. Another one starts if work arrives
   * nevertheless.
   */
  closeIdle(): Promise<void>
  /** Closes all browsers. Pending requests never settle, since the process is about to end. */
  close(): Promise<void>
}

/** Additional environment variables of the browser. Different variables mean different fonts. */
export type BrowserEnv = Record<string, string> | undefined

/** A browser and one of its pages, for the duration of one piece of work. */
export interface Lease {
  open: OpenBrowser
  blank: BlankPage
}

export interface PoolOptions {
  /** Maximum number of browsers. */
  size: number
  /** A browser is replaced after this many uses, to release the memory that it accumulates. */
  maxUses: number
  /**
   * True if work arrives at intervals, as in watch mode: a page is opened in advance for each, and
   * a browser that fails to start now may start later.
   */
  persistent?: boolean
  open(wish: BrowserEnv, onSpawn?: () => void): Promise<OpenBrowser>
  openBlank(open: OpenBrowser): Promise<BlankPage>
}

interface Slot {
  key: string
  open: Promise<OpenBrowser>
  /** The browser, once it has responded. */
  opened?: OpenBrowser
  blank?: BlankPage
  uses: number
  busy: boolean
}

/** Makes a pool. Browsers are started on demand, if none is idle. */
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
  /**
   * Set if no browser can be started: further issues fail at once instead of waiting for the same
   * error.
   */
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

  /** Called within the limit of `turn`, so there is an idle browser or room for a new one. */
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
      // The state of the page is unknown.
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
          // If another browser has started before, one that fails to start was probably killed as
          // well.
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
        // The error surfaces at the first print.
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
