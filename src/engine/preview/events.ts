import type { ServerResponse } from 'node:http'

/** Milliseconds between signs of life: a browser that hears none connects anew. */
const heartbeat = 10_000

/** The browsers that follow a preview (server-sent events). */
export interface Followers {
  /** Sends the newest state, and from now on every change of it. */
  add(response: ServerResponse): void
  /** Sends the newest state to all. */
  tell(): void
  close(): void
}

/** `newest` gives the state as JSON. A follower that comes back after sleep gets the newest state. */
export function followers(newest: () => string): Followers {
  const all = new Set<ServerResponse>()
  const state = () => `event: state\ndata: ${newest()}\n\n`
  const sendAll = (text: string) => {
    for (const one of all) one.write(text)
  }
  const timer = setInterval(() => sendAll('event: alive\ndata:\n\n'), heartbeat)
  timer.unref()
  return {
    add(response) {
      all.add(response)
      response.on('close', () => all.delete(response))
      response.write(`retry: 500\n\n${state()}`)
    },
    tell: () => sendAll(state()),
    close() {
      clearInterval(timer)
      for (const one of all) one.end('event: end\ndata:\n\n')
    },
  }
}
