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
  use<T>(browserEnv: BrowserEnv, work: (lease: Lease) => Promise<T>): Promise<T>
  /**
   * Starts a browser in advance and opens a page. Resolves when its process has been started, or
   * has failed to.
   */
  warmUp(browserEnv: BrowserEnv): Promise<void>
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

/** Options of {@link browserPool}. */
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
  open(browserEnv: BrowserEnv, onSpawn?: () => void): Promise<OpenBrowser>
  openBlank(open: OpenBrowser): Promise<BlankPage>
}

/**
 * Milliseconds after a print in watch mode in which the browser is left alone, while the new pages
 * are written and shown.
 */
const showing = 500

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
  const limit = pLimit(size)
  let anyStarted = false
  /**
   * Set if no browser can be started: further issues fail at once instead of waiting for the same
   * error.
   */
  let startFailure: Promise<OpenBrowser> | undefined
  let closed = false

  function start(browserEnv: BrowserEnv, onSpawn?: () => void): Slot {
    const opening = startFailure ?? open(browserEnv, onSpawn)
    const slot: Slot = { key: keyOf(browserEnv), open: opening, uses: 0, busy: false }
    all.add(slot)
    opening.then(
      (opened) => {
        anyStarted = true
        slot.opened = opened
      },
      () => {
        all.delete(slot)
        if (!anyStarted && !persistent) startFailure = opening
      },
    )
    return slot
  }

  async function end(slot: Slot): Promise<void> {
    all.delete(slot)
    await slot.open.then(
      (one) => one.close(),
      () => {},
    )
  }

  /** Called within the concurrency limit, so there is an idle browser or room for a new one. */
  async function acquire(browserEnv: BrowserEnv): Promise<Slot> {
    const dead = [...all].filter(({ busy, opened }) => !busy && opened?.isLost())
    await Promise.all(dead.map(end))
    const idle = [...all].filter(({ busy }) => !busy)
    const same = idle.find(({ key }) => key === keyOf(browserEnv))
    if (!same && idle[0] && all.size >= size) await end(idle[0])
    const slot = same ?? start(browserEnv)
    slot.busy = true
    return slot
  }

  async function release(slot: Slot): Promise<void> {
    slot.busy = false
    slot.uses += 1
    if (slot.uses >= maxUses) await end(slot)
    else if (persistent && slot.opened && !slot.opened.isLost()) await readyPage(slot, slot.opened)
  }

  async function readyPage(slot: Slot, opened: OpenBrowser): Promise<void> {
    slot.blank ??= await openBlank(opened)
  }

  async function runOn<T>(slot: Slot, work: (lease: Lease) => Promise<T>): Promise<T> {
    let blank: BlankPage | undefined
    try {
      const open = await slot.open
      blank = slot.blank ?? (await openBlank(open))
      slot.blank = undefined
      const result = await work({ open, blank })
      slot.blank = blank.emptied(persistent ? showing : undefined)
      return result
    } catch (error) {
      if (error instanceof BrowserLost) await end(slot)
      // The state of the page is unknown.
      else void blank?.close().catch(() => undefined)
      throw error
    } finally {
      await release(slot)
    }
  }

  return {
    use: (browserEnv, work) =>
      limit(async () => {
        if (closed) return neverSettles
        const slot = await acquire(browserEnv)
        try {
          return await runOn(slot, work)
        } catch (cause) {
          if (closed) return neverSettles
          // If another browser has started before, one that fails to start was probably killed as
          // well.
          const isCrash = cause instanceof BrowserLost || (anyStarted && slot.opened === undefined)
          if (!isCrash) throw cause
          const fresh = await acquire(browserEnv)
          await fresh.open.catch(() => {
            throw cause
          })
          return await runOn(fresh, work)
        }
      }),
    warmUp: (browserEnv) =>
      new Promise((resolve) => {
        const slot = start(browserEnv, resolve)
        // The error surfaces at the first print.
        slot.open.then((opened) => readyPage(slot, opened)).then(resolve, () => resolve())
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

const keyOf = (browserEnv: BrowserEnv) => JSON.stringify(browserEnv ?? {})

const neverSettles = new Promise<never>(() => {})
