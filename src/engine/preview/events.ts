import type { ServerResponse } from 'node:http'
import type { EditionAhead } from '../../model/preview.js'

/** Milliseconds between signs of life: a browser that hears none connects anew. */
const heartbeat = 10_000

/** The browsers that follow a preview (server-sent events), and what they look at. */
export interface Followers {
  /**
   * Sends the newest state, and from now on every change of it. `name` is what the follower calls
   * itself in {@link look}.
   */
  add(response: ServerResponse, name?: string): void
  /** Notes which pages are in a follower's window. */
  look(name: string, pages: readonly number[]): void
  /** The pages in the windows of all. */
  inView(): number[]
  /** Sends the newest state to all. */
  tell(): void
  /** Sends pages to those who look at one of them. */
  tellAhead(edition: EditionAhead): void
  close(): void
}

/** `newest` gives the state as JSON. A follower that comes back after sleep gets the newest state. */
export function followers(newest: () => string): Followers {
  const all = new Map<ServerResponse, { name: string | undefined; pages: readonly number[] }>()
  const state = () => `event: state\ndata: ${newest()}\n\n`
  const sendAll = (text: string) => {
    for (const one of all.keys()) one.write(text)
  }
  const timer = setInterval(() => sendAll('event: alive\ndata:\n\n'), heartbeat)
  timer.unref()
  return {
    add(response, name) {
      all.set(response, { name, pages: [] })
      response.on('close', () => all.delete(response))
      response.write(`retry: 500\n\n${state()}`)
    },
    look(name, pages) {
      for (const follower of all.values()) if (follower.name === name) follower.pages = pages
    },
    inView: () => [...new Set([...all.values()].flatMap(({ pages }) => pages))],
    tell: () => sendAll(state()),
    tellAhead(edition) {
      const text = `event: ahead\ndata: ${JSON.stringify(edition)}\n\n`
      const there = new Set(edition.pages.map(({ page }) => page))
      for (const [response, { pages }] of all)
        if (pages.some((page) => there.has(page))) response.write(text)
    },
    close() {
      clearInterval(timer)
      for (const one of all.keys()) one.end('event: end\ndata:\n\n')
    },
  }
}
