import type { Log } from '#platform/log.ts'
import { silentLog } from '#platform/log.ts'
import { allowList, destinationOf, parseUrl } from './destination.ts'
import { exchange } from './exchange.ts'
import type { Answer, Request } from './exchange.ts'
import { FetchFailure } from './failure.ts'
import { formBody } from './form-body.ts'
import { guardedAgent, internet, openAgent } from './guard.ts'
import type { Network } from './guard.ts'
import { hostLimits } from './host-limits.ts'
import type { PerHost } from './host-limits.ts'
import { redirected } from './redirect.ts'

export { FetchFailure }

const MOST_REDIRECTS = 5
const TIMEOUT_MS = 20_000
const MAX_BYTES = 10 * 1024 * 1024

export interface FetchInit {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer> | Blob | FormData
  /** For the whole exchange, redirects included; 20 s by default. */
  timeoutMs?: number
  /** Of the answer once decompressed; 10 MB by default. */
  maxBytes?: number
  /** `follow` by default, at most five. */
  redirect?: 'follow' | 'manual'
  /** Lets `http:` through: for feeds that a person gave as `http://`. Never for credentials. */
  allowHttp?: boolean
  /**
   * The least time since the last request to the same host began, whoever made it, for a host that asks for more patience
   * than others. The wait is part of `timeoutMs`.
   */
  gapMs?: number
  signal?: AbortSignal
}

export type GuardedFetch = (url: string | URL, init?: FetchInit) => Promise<Response>

export interface FetchOptions {
  /** `host` or `host:port` that may be reached although private, by plain http too. */
  allowPrivateHosts?: readonly string[]
  /**
   * Virtual host → origin (and path) of one of the desk's own servers, exempt from the guard and
   * from the limits. May be filled after the desk listens.
   */
  aliases?: ReadonlyMap<string, string>
  log?: Log
  userAgent?: string
  perHost?: PerHost
  network?: Network
}

/**
 * The only way out of the desk. Public addresses only, checked as they are dialled; https unless
 * asked; size and time capped; credentials kept to the origin they were given for; a few requests
 * at a time to each host; no proxy from the environment. The answer is read whole before it is
 * returned, so that every failure shows here.
 * @throws FetchFailure
 */
export function createFetch(options: FetchOptions = {}): GuardedFetch {
  const { aliases = new Map(), log = silentLog, network = internet } = options
  const isAllowed = allowList(options.allowPrivateHosts ?? [])
  const takeTurn = hostLimits(options.perHost ?? { concurrent: 8, perSecond: 30 })
  const guarded = guardedAgent(network, isAllowed)
  const own = openAgent()

  return async (url, init = {}) => {
    const began = performance.now()
    const limit = deadline(init)
    let request = requestOf(parseUrl(url), init, options.userAgent ?? 'Vigie')
    let sent = false
    try {
      for (let hop = 0; ; hop++) {
        const answer = await oneHop(request, init, limit.signal)
        sent = true
        const next = init.redirect === 'manual' ? undefined : redirected(request, answer)
        if (!next) return responseOf(answer, request.url, hop > 0)
        if (hop === MOST_REDIRECTS) throw tooMany(request.url)
        request = next
      }
    } catch (error) {
      throw withSent(error, sent)
    } finally {
      limit.clear()
      const ms = Math.round(performance.now() - began)
      log.debug({ method: request.method, host: request.url.host, ms }, 'asked a server')
    }
  }

  async function oneHop(request: Request, init: FetchInit, signal: AbortSignal): Promise<Answer> {
    const { allowHttp = false, maxBytes = MAX_BYTES, gapMs } = init
    const { dialled, isAlias } = destinationOf(request.url, aliases, isAllowed, allowHttp)
    const done = isAlias ? () => {} : await turnAt(request.url, signal, gapMs)
    try {
      const agent = isAlias ? own : guarded
      return await exchange({ ...request, url: dialled }, agent, { maxBytes, signal })
    } finally {
      done()
    }
  }

  async function turnAt(url: URL, signal: AbortSignal, gapMs?: number): Promise<() => void> {
    try {
      return await takeTurn(url.host, signal, gapMs)
    } catch {
      const kind = signal.reason instanceof FetchFailure ? signal.reason.kind : 'aborted'
      throw new FetchFailure(kind, `${url.origin} has too many requests waiting`, false)
    }
  }
}

/** One signal for the caller's own and the time limit, which ends with a FetchFailure as reason. */
function deadline({ timeoutMs = TIMEOUT_MS, signal }: FetchInit) {
  const late = new AbortController()
  const failure = new FetchFailure('timeout', `no answer in ${timeoutMs} ms`, true)
  const timer = setTimeout(() => late.abort(failure), timeoutMs)
  return {
    signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    clear: () => clearTimeout(timer),
  }
}

function requestOf(url: URL, init: FetchInit, userAgent: string): Request {
  const headers = new Headers(init.headers)
  if (!headers.has('user-agent')) headers.set('user-agent', userAgent)
  const method = (init.method ?? 'GET').toUpperCase()
  if (!(init.body instanceof FormData)) return { url, method, headers, body: init.body }
  const form = formBody(init.body)
  headers.set('content-type', form.type)
  return { url, method, headers, body: form.body }
}

function responseOf(answer: Answer, url: URL, wasRedirected: boolean): Response {
  const { status, statusText, headers, body } = answer
  const hasBody = ![204, 205, 304].includes(status)
  // some servers invent a status (999); a Response can only be made with one up to 599
  const known = status <= 599
  const init = { status: known ? status : 500, statusText, headers }
  const response = new Response(hasBody ? body : null, init)
  if (!known) Object.defineProperty(response, 'status', { value: status })
  Object.defineProperty(response, 'url', { value: url.href })
  Object.defineProperty(response, 'redirected', { value: wasRedirected })
  return response
}

function tooMany(url: URL): FetchFailure {
  return new FetchFailure(
    'redirects',
    `more than ${MOST_REDIRECTS}, the last to ${url.origin}`,
    true,
  )
}

/** A later hop may fail before it is dialled, but the first server has read the request by then. */
function withSent(error: unknown, sent: boolean): unknown {
  if (!(error instanceof FetchFailure) || error.requestSent || !sent) return error
  return new FetchFailure(error.kind, error.message.slice(error.kind.length + 2), true, error.cause)
}
