import { z } from 'zod'
import { tokensOf } from '#connectors/_contract/code-grant.ts'
import { parseJson, type Request, type Reply, send } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { errorsSchema, failureOf, waitAsked } from './refusal.ts'

export const network = 'Reddit'

const appSchema = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  developer: z.string(),
})

const appOf = (tools: Tools) => appSchema.parse(tools.app)

export interface Call {
  path: string
  /** What only reads goes into the address. */
  query?: Record<string, string>
  form?: Record<string, string>
  publishes?: boolean
}

/** Asks in the name of an account. */
export async function callAs<T>(
  tools: Tools,
  account: Account,
  asked: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const { accessToken } = tokensOf(account)
  return exchange(tools, requestOf(tools, `Bearer ${accessToken}`, asked), schema)
}

/** What tells Reddit's clock: what it answers is not looked at. */
export const clockAsked = (tools: Tools, account: Account) =>
  requestOf(tools, `Bearer ${tokensOf(account).accessToken}`, { path: '/api/v1/me' })

/** A refusal of Reddit is a list of errors, in an answer of status 200 or 400. */
async function exchange<T>(
  tools: Tools,
  request: Request,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const sent = await send(tools, request)
  if (!sent.ok) return sent
  const reply = sent.value
  const body = parseJson(reply.text)
  const refusal = errorsSchema.safeParse(body).data
  if (refusal && refusal.json.errors.length > 0) return failed(failureOf(refusal, tools))
  if (reply.status < 200 || reply.status > 299) return failed(refused(reply, request, tools))
  const parsed = schema.safeParse(body)
  if (parsed.success) return done(parsed.data)
  const detail = `unreadable answer: ${parsed.error.issues[0]?.message ?? ''}`
  return failed({ kind: request.publishes ? 'unknown-outcome' : 'transient', detail })
}

function refused(reply: Reply, request: Request, tools: Tools) {
  const failure = usualFailure(reply, request, network, tools)
  const until = failure.kind === 'rate' ? waitAsked(reply, tools) : null
  return failure.kind === 'rate' && until ? { ...failure, until } : failure
}

function requestOf(tools: Tools, authorization: string, { path, query, form, publishes }: Call) {
  const url = new URL(path, 'https://oauth.reddit.com')
  // Without it, `<` comes as `&lt;`.
  if (!form) url.search = new URLSearchParams({ ...query, raw_json: '1' }).toString()
  const headers = { authorization, 'user-agent': userAgent(tools) }
  if (!form) return { url, headers }
  const type = 'application/x-www-form-urlencoded'
  return {
    url,
    method: 'POST' as const,
    headers: { ...headers, 'content-type': type },
    body: new URLSearchParams(form).toString(),
    publishes,
  }
}

/** “<platform>:<app ID>:<version string> (by /u/<reddit username>)” (Data API wiki, read 2026-11-25). */
export function userAgent(tools: Tools): string {
  const { clientId, developer } = appOf(tools)
  return `server:${clientId}:v0.1 (by /u/${developer.replace(/^\/?u\//, '')}) Vigie`
}
