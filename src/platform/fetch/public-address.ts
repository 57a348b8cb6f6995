import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is one of the public internet: neither private, loopback, link-local,
 * carrier-grade NAT, multicast, documentation nor reserved (IANA special-purpose registries,
 * RFC 6890). IPv6 must be in 2000::/3, the only space allocated for public use; an address that
 * carries an IPv4 one through a translator (64:ff9b::/96, RFC 6052) is judged by that one.
 */
export function isPublicAddress(address: string): boolean {
  // ipaddr.js reads short forms too; what is dialled is always written in full
  if (!isIP(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  if (parsed.match(TRANSLATED)) {
    return isPublicAddress(parsed.toByteArray().slice(12).join('.'))
  }
  return parsed.match(ALLOCATED) && parsed.range() === 'unicast'
}

const TRANSLATED = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
const ALLOCATED = ipaddr.IPv6.parseCIDR('2000::/3')
