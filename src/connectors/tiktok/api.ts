import { z } from 'zod'
import { tokensOf } from '#connectors/_contract/code-grant.ts'
import { parseJson, type Reply, type Request, send } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { refusedBy } from '#connectors/_contract/refusals.ts'
import { usualFailure } from '#connectors/_contract/usual-failure.ts'
import { meaningOf } from './meaning.ts'

export const network = 'TikTok'

export interface Call extends Omit<Request, 'url'> {
  path: string
  query?: Record<string, string>
  /** Mends an answer before it is parsed. */
  mend?: (text: string) => string
}

/** Calls TikTok in the name of an account. */
export async function call<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  request: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const answer = await callForTime(tools, account, request, schema)
  return answer.ok ? done(answer.value.value) : answer
}

/** The same, and what TikTok's clock says; null when it does not tell. */
export async function callForTime<T>(
  tools: Tools,
  account: Pick<Account, 'secrets'>,
  { path, query, mend = (text) => text, ...rest }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<{ value: T; theirNow: Date | null }>> {
  const url = new URL(`https://open.tiktokapis.com/v2/${path}`)
  if (query) url.search = new URLSearchParams(query).toString()
  const headers = { ...rest.headers, authorization: `Bearer ${tokensOf(account).accessToken}` }
  const asked = { ...rest, url, headers }
  const sent = await send(tools, asked)
  if (!sent.ok) return sent
  const reply = sent.value
  const refused = refusalIn(reply, asked, tools)
  if (refused) return failed(refused)
  const parsed = z.object({ data: schema }).safeParse(parseJson(mend(reply.text)))
  if (!parsed.success) {
    const kind = asked.publishes ? 'unknown-outcome' : 'transient'
    return failed({ kind, detail: `unreadable answer: ${parsed.error.issues[0]?.message ?? ''}` })
  }
  const date = Date.parse(reply.headers.get('date') ?? '')
  return done({ value: parsed.data.data, theirNow: Number.isNaN(date) ? null : new Date(date) })
}

const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string().catch('') }),
})

/** Every answer has an error, whose code is `ok` when there is none; some refusals come with a status that says yes. */
function refusalIn(reply: Reply, request: Request, tools: Tools): Failure | null {
  const said = errorSchema.safeParse(parseJson(reply.text)).data?.error
  const isYes = reply.status >= 200 && reply.status < 300
  if (isYes && (!said || said.code === 'ok')) return null
  if (!said) return usualFailure(reply, request, network, tools)
  const { code, message } = said
  const detail = `${reply.status} ${code} ${message}`.trim().slice(0, 300)
  const meaning = meaningOf(code, detail, tools)
  if (meaning) return meaning
  if (isYes || (reply.status >= 400 && reply.status < 500 && reply.status !== 401))
    if (reply.status !== 408 && reply.status !== 429)
      return { kind: 'rejected', reason: refusedBy(network, message || code), detail }
  return { ...usualFailure(reply, request, network, tools), detail }
}
