import { z } from 'zod'
import { tokensOf } from '#connectors/_contract/code-grant.ts'
import { ask, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { refusalOf } from './refusal.ts'

export const network = 'Tumblr'

export interface Call extends Pick<
  Request,
  'method' | 'json' | 'body' | 'publishes' | 'timeoutMs' | 'headers'
> {
  /** With its version and its query. */
  path: string
}

/** Asks in the name of an account; every answer lies in `response`. */
export async function callAs<T>(
  tools: Tools,
  account: Account,
  { path, ...rest }: Call,
  response: z.ZodType<T>,
): Promise<Outcome<T>> {
  const request = {
    ...rest,
    url: addressed(path),
    headers: { ...rest.headers, ...bearer(account) },
  }
  const refusal = (reply: Reply) => refusalOf(reply, tools)
  const answer = await ask(tools, request, { network, schema: z.object({ response }), refusal })
  return answer.ok ? done(answer.value.response as T) : answer
}

const addressed = (path: string) => `https://api.tumblr.com${path}`

const bearer = (account: Account) => ({ authorization: `Bearer ${tokensOf(account).accessToken}` })

/** What tells Tumblr's clock: what it answers is not looked at. */
export const clockAsked = (account: Account) => ({
  url: addressed('/v2/user/info'),
  headers: bearer(account),
})
