import ipaddr from 'ipaddr.js'

/** NAT64 (RFC 6052): the last 32 bits are the IPv4 address. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/**
 * Returns whether an IP address belongs to the public internet: not this machine (127.0.0.0/8, ::1,
 * 0.0.0.0/8), not a private network (RFC 1918, fc00::/7, link-local, carrier-grade NAT), neither
 * multicast nor reserved. An IPv6 address that represents an IPv4 address (mapped, NAT64) is judged
 * by the latter. Tunnel addresses (6to4, Teredo) are not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const effective = ipv4In(ipaddr.parse(address))
  return effective.range() === 'unicast'
}

function ipv4In(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!(address instanceof ipaddr.IPv6)) return address
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  return address.match(nat64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address
}
