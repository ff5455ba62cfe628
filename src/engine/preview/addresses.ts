import { isIPv6 } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** Where a preview listens unless `--host` says otherwise: only programs of this machine reach it. */
export const loopback = '127.0.0.1'

/** Whether only this machine can reach an address. */
export const isLoopback = (address: string): boolean =>
  address === 'localhost' || address === '::1' || /^(?:::ffff:)?127\./.test(address)

/**
 * The names under which a server that listens on `host` is reached, without the port. A name that
 * is not among them is refused: it may be any site's that points to this machine.
 */
export function namesOf(host: string): string[] {
  const isAny = host === '0.0.0.0' || host === '::'
  if (!isAny) return [...new Set([host, ...(isLoopback(host) ? [loopback, 'localhost'] : [])])]
  const addresses = Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).map(({ address }) => address),
  )
  const outside = addresses.filter((address) => !isLoopback(address) && !isIPv6(address))
  return [...outside, ...addresses, 'localhost', hostname(), `${hostname()}.local`]
}

/** A name with its port, as in an address and in the Host header. */
export const withPort = (name: string, port: number): string =>
  `${isIPv6(name) ? `[${name}]` : name.toLowerCase()}:${port}`
