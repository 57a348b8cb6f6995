import type { Log } from '#platform/log.ts'
import { silentLog } from '#platform/log.ts'
import { allowList, destinationOf, parseUrl } from './destination.ts'
import { FetchFailure } from './failure.ts'
import type { FetchOptions } from './fetch.ts'
import { guardedAgent, internet } from './guard.ts'
import { hostLimits } from './host-limits.ts'
import { type LiveAnswer, openLiveAnswer } from './live-answer.ts'
import { type LiveSocket, openLiveSocket } from './live-socket.ts'

export type { LiveAnswer, LiveSocket }

export interface LiveInit {
  /** Ends it. */
  signal: AbortSignal
  /** Silent for so long (no byte at all, not even a ping), it is over; 60 s by default. */
  quietMs?: number
  headers?: Record<string, string>
  /** Lets `ws:` and `http:` through. */
  allowHttp?: boolean
}

export interface Live {
  /** A WebSocket that stays open for as long as it is read. @throws FetchFailure when it does not open */
  socket(url: string | URL, init: LiveInit): Promise<LiveSocket>
  /** An answer that is read as it comes, without redirects. @throws FetchFailure when there is none */
  answer(url: string | URL, init: LiveInit): Promise<LiveAnswer>
}

type LiveOptions = Pick<FetchOptions, 'allowPrivateHosts' | 'network' | 'userAgent'> & { log?: Log }

const QUIET_MS = 60_000
const TURN_MS = 20_000

/**
 * Conversations without an end, guarded as the fetch is: public addresses only, checked as they are dialled; encrypted
 * unless asked. What waits to be read is bounded: a reader that is slower than the other side makes it wait.
 */
export function createLive(options: LiveOptions = {}): Live {
  const { log = silentLog, network = internet } = options
  const isAllowed = allowList(options.allowPrivateHosts ?? [])
  // A host that cuts and cuts again is not dialled faster than this.
  const takeTurn = hostLimits({ concurrent: 8, perSecond: 4 })
  const guarded = guardedAgent(network, isAllowed)

  async function opened<T>(url: URL, init: LiveInit, open: () => Promise<T>): Promise<T> {
    destinationOf(url, new Map(), isAllowed, init.allowHttp ?? false)
    const done = await turnAt(url, init.signal)
    try {
      const it = await open()
      log.debug({ host: url.host }, 'opened a stream')
      return it
    } finally {
      done()
    }
  }

  async function turnAt(url: URL, signal: AbortSignal): Promise<() => void> {
    try {
      return await takeTurn(url.host, AbortSignal.any([signal, AbortSignal.timeout(TURN_MS)]))
    } catch {
      throw new FetchFailure('timeout', `${url.host} has too many streams waiting`, false)
    }
  }

  return {
    async socket(address, init) {
      const url = httpOf(parseUrl(address))
      const { signal, quietMs = QUIET_MS } = init
      return opened(url, init, () => openLiveSocket(url, guarded, { signal, quietMs }))
    },
    async answer(address, init) {
      const url = parseUrl(address)
      const { signal, quietMs = QUIET_MS } = init
      const headers = { 'user-agent': options.userAgent ?? 'Vigie', ...init.headers }
      return opened(url, init, () => openLiveAnswer(url, guarded, { signal, quietMs, headers }))
    },
  }
}

/** @throws FetchFailure `bad-url` for any scheme that is not a socket's */
function httpOf(url: URL): URL {
  if (!['wss:', 'ws:'].includes(url.protocol)) {
    throw new FetchFailure('bad-url', `${url.protocol}//${url.host}: only wss:// is allowed`, false)
  }
  return new URL(url.href.replace(/^ws/, 'http'))
}
