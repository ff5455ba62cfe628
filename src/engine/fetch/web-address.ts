import { isIP } from 'node:net'
import { isPublicAddress } from './address.js'
import { Unfetched } from './trouble.js'

/**
 * @throws {Unfetched} when it is invalid, is neither http nor https, or contains a user name or
 *   password.
 */
export function webAddress(written: string, base?: URL): URL {
  const text = written.trim()
  const withScheme = base === undefined && text.startsWith('//') ? `https:${text}` : text
  if (!URL.canParse(withScheme, base)) throw new Unfetched('网址写得不对', '改正这个网址。')
  const url = new URL(withScheme, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Unfetched('不是 http:// 或 https:// 开头的网址')
  }
  if (url.username !== '' || url.password !== '') {
    throw new Unfetched('网址里写着用户名或密码')
  }
  url.hash = ''
  return url
}

/** Resolves a host name with DNS. */
export type Resolve = (host: string) => Promise<readonly HostAddress[]>

/** An IP address of a host; `family` is 4 or 6. */
export interface HostAddress {
  address: string
  family: number
}

/** Returns the host of a URL without the brackets of IPv6. */
const bareHost = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

/** Returns whether a URL's host is an IP address rather than a name. */
export const isAddress = (host: string): boolean => isIP(bareHost(host)) !== 0

/** @throws {Unfetched} when only private addresses are found and they are not allowed. */
export async function addressesOf(
  host: string,
  resolve: Resolve,
  allowPrivate: boolean,
): Promise<HostAddress[]> {
  const bare = bareHost(host)
  const family = isIP(bare)
  const known = family === 0 ? await resolve(bare) : [{ address: bare, family }]
  const allowed = known.filter(({ address }) => allowPrivate || isPublicAddress(address))
  if (known.length > 0 && allowed.length === 0) {
    throw new Unfetched(
      `“${bare}”是本机或内部网络的地址`,
      '确实要从内部网络下载，就加上 --allow-private。',
    )
  }
  return allowed
}
