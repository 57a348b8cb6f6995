import type { z } from 'zod'
import { tokensOf } from '#connectors/_contract/code-grant.ts'
import { ask, parseJson, type Reply, type Request, send } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { googleRefusal } from './errors.ts'

export interface Call extends Omit<Request, 'url'> {
  url: string
  query?: Record<string, string>
}

/** How one of Google's networks is called in sentences, and what it alone means by a refusal. */
export interface Service {
  network: string
  refusal?: (reply: Reply) => Failure | null
}

/** The request in the name of an account. */
export function requestOf(account: Pick<Account, 'secrets'>, { url, query, ...rest }: Call) {
  const address = new URL(url)
  if (query) address.search = new URLSearchParams(query).toString()
  const headers = { ...rest.headers, authorization: `Bearer ${tokensOf(account).accessToken}` }
  return { ...rest, url: address, headers }
}

export const refusalOf = (service: Service, tools: Tools) => (reply: Reply) =>
  service.refusal?.(reply) ?? googleRefusal(service.network, tools, reply)

/** Calls Google in the name of an account. */
export function callGoogle<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  service: Service,
  call: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const refusal = refusalOf(service, tools)
  return ask(tools, requestOf(account, call), { network: service.network, schema, refusal })
}

/** The same for what is only read, and by how much Google's clock is ahead of ours; null when it does not tell. */
export async function readWithClock<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  service: Service,
  call: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<{ value: T; aheadMs: number | null }>> {
  const request = requestOf(account, call)
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  const reply = sent.value
  if (reply.status < 200 || reply.status > 299) {
    const refusal = refusalOf(service, tools)(reply)
    return failed(refusal ?? usualFailure(reply, request, service.network, tools))
  }
  const parsed = schema.safeParse(parseJson(reply.text))
  if (!parsed.success) return failed({ kind: 'transient', detail: 'unreadable answer' })
  const date = Date.parse(reply.headers.get('date') ?? '')
  const aheadMs = Number.isNaN(date) ? null : date - tools.clock.now().getTime()
  return done({ value: parsed.data, aheadMs })
}

/** How far a clock may be behind ours when it does not tell, in milliseconds; a little when it does. */
const gap = { untold: 5 * 60_000, told: 5000 }

/** From when on, by Google's clock, a delivery may have left: nothing older is it. Milliseconds. */
export function leftSince(plannedAt: Date, aheadMs: number | null): number {
  return plannedAt.getTime() + (aheadMs ?? 0) - (aheadMs === null ? gap.untold : gap.told)
}
