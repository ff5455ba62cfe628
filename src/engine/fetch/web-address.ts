import { isIP } from 'node:net'
import { isPublicAddress } from './address.js'
import { Unfetched } from './trouble.js'

/**
 * The address that a link to a picture means, without its fragment. `//host/a.png` is read as https.
 *
 * @throws {Unfetched} when it is none that may be asked.
 */
export function webAddress(written: string, base?: URL): URL {
  const text = written.trim()
  const whole = base === undefined && text.startsWith('//') ? `https:${text}` : text
  if (!URL.canParse(whole, base)) throw new Unfetched('网址写得不对', '改正这个网址。')
  const url = new URL(whole, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Unfetched('不是 http:// 或 https:// 开头的网址')
  }
  if (url.username !== '' || url.password !== '') {
    throw new Unfetched('网址里写着用户名或密码')
  }
  url.hash = ''
  return url
}

/** What a host's name stands for, as DNS says. */
export type Resolve = (host: string) => Promise<readonly HostAddress[]>

export interface HostAddress {
  address: string
  family: number
}

/** The address that a URL's host is, without the brackets of IPv6. */
const bareHost = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

/** Whether a URL's host is an address rather than a name. */
export const isAddress = (host: string): boolean => isIP(bareHost(host)) !== 0

/**
 * The addresses that may be connected to for a host: those of the public internet, or all.
 *
 * @throws {Unfetched} when there is none.
 */
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
