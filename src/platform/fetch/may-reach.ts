import { isIP } from 'node:net'
import { allowList } from './destination.ts'
import type { FetchOptions } from './fetch.ts'
import { internet, portOf } from './guard.ts'

/**
 * Whether the guarded fetch would try an address at all, as it is written: an IP address that is not of the public
 * internet, this very machine or a password in it are refused. Nothing is asked of anybody: where a name leads is found
 * out as it is dialled.
 */
export function createMayReach({
  allowPrivateHosts = [],
  network = internet,
}: Pick<FetchOptions, 'allowPrivateHosts' | 'network'> = {}): (address: string) => boolean {
  const isAllowed = allowList(allowPrivateHosts)
  return (address) => {
    const url = URL.parse(address)
    if (!url || url.username || url.password) return false
    if (isAllowed(url.hostname, portOf(url.protocol, url.port))) return true
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host)) return network.isPublic(host)
    return host !== 'localhost' && !host.endsWith('.localhost')
  }
}
