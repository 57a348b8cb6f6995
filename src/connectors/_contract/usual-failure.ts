import type { Tools } from './connector.ts'
import type { Failure } from './failure.ts'
import { refusedBy } from './refusals.ts'
import { parseJson, type Reply, type Request } from './request.ts'

/**
 * What a refusal means by HTTP alone (RFC 9110, RFC 6585): for the statuses to which a network gives no
 * meaning of its own.
 */
export function usualFailure(
  reply: Reply,
  request: Request,
  network: string,
  tools: Tools,
): Failure {
  const detail = `${reply.status} ${messageOf(reply)}`.trim()
  if (reply.status === 401) return { kind: 'auth', detail }
  if (reply.status === 429) return { kind: 'rate', until: waitUntil(reply, tools), detail }
  if (reply.status >= 500 || reply.status === 408 || reply.status < 400) {
    return { kind: request.publishes ? 'unknown-outcome' : 'transient', detail }
  }
  return { kind: 'rejected', reason: refusedBy(network, messageOf(reply)), detail }
}

/** The network's own words, cut to one line: `message`, `detail` (RFC 9457), `error_description` or `error` of its JSON. */
export function messageOf(reply: Reply): string {
  const body = parseJson(reply.text)
  if (!body || typeof body !== 'object') return ''
  const said = body as Record<string, unknown>
  const words = [said.message, said.detail, said.error_description, said.error].find(
    (w) => typeof w === 'string',
  )
  return String(words ?? '').slice(0, 300)
}

const minute = 60_000
const day = 24 * 60 * minute

/**
 * When we may ask again: `Retry-After` (seconds or a date), else the reset instant of the rate headers
 * (`RateLimit-Reset` in Unix seconds, `X-RateLimit-Reset` or `X-Rate-Limit-Reset`
 * in Unix seconds or ISO 8601), else one minute.
 * Dates are the network's: they are shifted by the gap between its clock and ours. At least one second
 * from now and at most one day.
 */
export function waitUntil(reply: Reply, tools: Pick<Tools, 'clock'>): Date {
  const now = tools.clock.now().getTime()
  const theirNow = Date.parse(reply.headers.get('date') ?? '') || now
  const wait = retryAfter(reply, theirNow) ?? reset(reply, theirNow) ?? minute
  return new Date(now + Math.min(Math.max(wait, 1000), day))
}

function retryAfter(reply: Reply, theirNow: number): number | undefined {
  const header = reply.headers.get('retry-after')
  if (!header) return undefined
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : at - theirNow
}

function reset(reply: Reply, theirNow: number): number | undefined {
  const names = ['ratelimit-reset', 'x-ratelimit-reset', 'x-rate-limit-reset']
  const header = names.map((name) => reply.headers.get(name)).find((value) => value !== null)
  if (!header) return undefined
  const at = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header)
  return Number.isNaN(at) ? undefined : at - theirNow
}
