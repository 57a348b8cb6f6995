import type { Log } from '#platform/log.ts'
import { silentLog } from '#platform/log.ts'
import { allowList, destinationOf, parseUrl } from './destination.ts'
import { FetchFailure } from './failure.ts'
import type { FetchOptions } from './fetch.ts'
import { guardedAgent, internet } from './guard.ts'
import { hostLimits } from './host-limits.ts'
import { openSocket } from './socket.ts'
import type { Socket } from './socket.ts'

export type { Socket }

export interface SocketInit {
  /** For the whole life of the socket; 20 s by default. */
  timeoutMs?: number
  /** Of all that is received, once decompressed; 10 MB by default. */
  maxBytes?: number
  /** Lets `ws:` through. */
  allowHttp?: boolean
}

export type GuardedSocket = (url: string | URL, init?: SocketInit) => Promise<Socket>

type SocketOptions = Pick<FetchOptions, 'allowPrivateHosts' | 'perHost' | 'network'> & { log?: Log }

/**
 * The only way out of the desk for WebSockets, guarded as the fetch is: public addresses only, checked as they are
 * dialled; `wss:` unless asked; no redirect; time and size capped; a few openings at a time to each host.
 */
export function createSockets(options: SocketOptions = {}): GuardedSocket {
  const { log = silentLog, network = internet } = options
  const isAllowed = allowList(options.allowPrivateHosts ?? [])
  const takeTurn = hostLimits(options.perHost ?? { concurrent: 8, perSecond: 30 })
  const guarded = guardedAgent(network, isAllowed)

  return async (address, init = {}) => {
    const { timeoutMs = 20_000, maxBytes = 10 * 1024 * 1024, allowHttp = false } = init
    const url = httpOf(parseUrl(address))
    destinationOf(url, new Map(), isAllowed, allowHttp)
    const done = await turnAt(url, timeoutMs)
    try {
      const socket = await openSocket(url, guarded, { timeoutMs, maxBytes })
      log.debug({ host: url.host }, 'opened a socket')
      return socket
    } finally {
      done()
    }
  }

  async function turnAt(url: URL, timeoutMs: number): Promise<() => void> {
    try {
      return await takeTurn(url.host, AbortSignal.timeout(timeoutMs))
    } catch {
      throw new FetchFailure('timeout', `${url.host} has too many sockets waiting`, false)
    }
  }
}

/**
 * `wss://…` as `https://…`: one rule for both.
 * @throws FetchFailure `bad-url` for any other scheme
 */
function httpOf(url: URL): URL {
  if (!['wss:', 'ws:'].includes(url.protocol)) {
    throw new FetchFailure('bad-url', `${url.protocol}//${url.host}: only wss:// is allowed`, false)
  }
  return new URL(url.href.replace(/^ws/, 'http'))
}
