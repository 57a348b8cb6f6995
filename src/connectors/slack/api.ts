import { z } from 'zod'
import { parseJson, send } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { tokenOf } from './account.ts'
import { failureOf } from './refusal.ts'

export const network = 'Slack'

export interface Call {
  method: string
  /** What only reads goes into the address, the rest into a form; undefined is left out. */
  reads?: boolean
  params?: Record<string, string | number | boolean | undefined>
  publishes?: boolean
}

/**
 * Calls a method of the Web API. Slack says no in an answer of status 200, by `ok: false` and a code
 * (every method of Slack's description of its Web API).
 */
export async function call<T>(
  tools: Tools,
  token: string,
  asked: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const request = requestOf(token, asked)
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  const reply = sent.value
  if (reply.status < 200 || reply.status > 299) {
    return failed(usualFailure(reply, request, network, tools))
  }
  const body = parseJson(reply.text)
  const refusal = z.object({ ok: z.literal(false), error: z.string() }).safeParse(body)
  if (refusal.success) return failed(failureOf(refusal.data.error, reply, asked, tools))
  const parsed = z
    .object({ ok: z.literal(true) })
    .and(schema)
    .safeParse(body)
  if (parsed.success) return done(parsed.data)
  const detail = `unreadable answer: ${parsed.error.issues[0]?.message ?? ''}`
  return failed({ kind: asked.publishes ? 'unknown-outcome' : 'transient', detail })
}

export const callAs = <T>(tools: Tools, account: Account, asked: Call, schema: z.ZodType<T>) =>
  call(tools, tokenOf(account), asked, schema)

/** What tells Slack's clock: what it answers is not looked at. */
export const clockAsked = (account: Account) =>
  requestOf(tokenOf(account), { method: 'auth.test', reads: true })

function requestOf(token: string, { method, reads = false, params = {}, publishes }: Call) {
  const given = Object.entries(params).filter(([, value]) => value !== undefined)
  const form = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  const authorization = `Bearer ${token}`
  const url = new URL(`https://slack.com/api/${method}`)
  if (reads) {
    url.search = form.toString()
    return { url, headers: { authorization } }
  }
  const type = 'application/x-www-form-urlencoded;charset=utf-8'
  const headers = { authorization, 'content-type': type }
  return { url, method: 'POST' as const, headers, body: form.toString(), publishes }
}
