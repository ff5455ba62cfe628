import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Who is let into a preview, and by what. */
export interface Gate {
  /** The Host headers under which the preview is reached, such as `127.0.0.1:4321`. */
  hosts: ReadonlySet<string>
  /** The path that everything is under, such as `/3fa9c1/`. */
  base: string
  /** The secret in the address that the program prints, exchanged for the cookie. */
  token: string
  cookie: { name: string; value: string }
  /** The secret that a request that does something carries; only the page itself can read it. */
  key: string
}

/** A request as far as the gate looks at it. */
export interface Asked {
  method: string
  /** As sent: path and query. */
  url: string
  headers: IncomingHttpHeaders
}

/**
 * `refused`: answer 403. `enter`: the token is right, set the cookie. `admitted`: the path under
 * the base.
 */
export type Verdict =
  | { kind: 'refused'; why: 'host' | 'origin' | 'site' | 'path' | 'method' | 'token' }
  | { kind: 'enter' }
  | { kind: 'admitted'; path: string }

/** Anything but the plain characters of our own paths: no dots in a row, no escapes. */
const plainPath = /^(?:\/|(?:\/[\w-]+(?:\.[a-z]+)?)+\/?)$/

/** Requests that do something: to open the editor, and to say what is in the window. */
const posted = new Set(['open', 'view'])

/**
 * Decides on a request. Host guards against DNS rebinding, Origin and Sec-Fetch-Site against other
 * pages in the same browser, cookie and token against other people and programs.
 */
export function verdictOn(gate: Gate, { method, url, headers }: Asked): Verdict {
  const host = headers.host?.toLowerCase()
  if (host === undefined || !gate.hosts.has(host)) return { kind: 'refused', why: 'host' }
  const { origin } = headers
  if (origin !== undefined && origin !== `http://${host}`) return { kind: 'refused', why: 'origin' }
  const [path = '', query = ''] = url.split('?', 2)
  if (!plainPath.test(path) || !path.startsWith(gate.base)) return { kind: 'refused', why: 'path' }
  const given = new URLSearchParams(query).get('token')
  const isEntrance = method === 'GET' && path === gate.base
  if (isEntrance && given !== null && same(given, gate.token)) return { kind: 'enter' }
  const site = headers['sec-fetch-site']
  const isNavigation = isEntrance && headers['sec-fetch-mode'] === 'navigate'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isNavigation)
    return { kind: 'refused', why: 'site' }
  if (!same(cookieIn(headers.cookie, gate.cookie.name), gate.cookie.value))
    return { kind: 'refused', why: 'token' }
  const rest = path.slice(gate.base.length)
  const isPosted = posted.has(rest)
  if (method === 'GET' && !isPosted) return { kind: 'admitted', path: rest }
  if (method !== 'POST' || !isPosted) return { kind: 'refused', why: 'method' }
  if (origin === undefined) return { kind: 'refused', why: 'origin' }
  const key = headers['x-bulletin-key']
  return typeof key === 'string' && same(key, gate.key)
    ? { kind: 'admitted', path: rest }
    : { kind: 'refused', why: 'token' }
}

function cookieIn(header: string | undefined, name: string): string {
  for (const one of header?.split(';') ?? []) {
    const at = one.indexOf('=')
    if (one.slice(0, at).trim() === name) return one.slice(at + 1).trim()
  }
  return ''
}

/** Compares in a time that says nothing of where the texts differ. */
function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
