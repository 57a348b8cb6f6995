import net, { isIP } from 'node:net'
import { allowList } from './destination.ts'
import { FetchFailure, kindOf } from './failure.ts'
import { checkedLookup, internet, type Network, refusal } from './guard.ts'

const TIMEOUT_MS = 10_000

export type GuardedDial = (host: string, port: number) => Promise<net.Socket>

export interface DialOptions {
  /** `host` or `host:port` that may be reached although private. */
  allowPrivateHosts?: readonly string[]
  network?: Network
}

/**
 * Opens TCP connections for protocols that are not of the web, guarded as the fetch is: public addresses only, checked
 * as they are dialled.
 */
export function createDial(options: DialOptions = {}): GuardedDial {
  const lookupOf = createLookups(options)
  return async (host, port) => {
    const lookup = lookupOf(host, port)
    return connected(net.connect({ host, port, lookup }), `${host}:${port}`)
  }
}

/** How a host is looked up, checked as it is dialled. Throws a `FetchFailure` for a private address written as such. */
export type GuardedLookup = (host: string, port: number) => net.LookupFunction

/** For libraries that dial by themselves: the same guard as `createDial`'s. */
export function createLookups(options: DialOptions = {}): GuardedLookup {
  const { network = internet } = options
  const isAllowed = allowList(options.allowPrivateHosts ?? [])
  return (host, port) => {
    const free = isAllowed(host, port)
    if (!free && isIP(host) && !network.isPublic(host)) throw refusal(host)
    return checkedLookup(free ? { ...network, isPublic: () => true } : network)
  }
}

/** @throws FetchFailure when nobody answered in time: then nothing was sent */
function connected(socket: net.Socket, name: string): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      socket.destroy()
      reject(new FetchFailure(kindOf(error, false), name, false, error))
    }
    const late = () => fail(new FetchFailure('timeout', `no answer in ${TIMEOUT_MS} ms`, false))
    socket.setTimeout(TIMEOUT_MS, late)
    socket.once('error', fail)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.off('error', fail)
      // Whoever speaks by it hears its errors; one that comes before they listen must not end the process.
      socket.on('error', () => {})
      resolve(socket)
    })
  })
}
