import type { z } from 'zod'
import { ask, type Request, type Reply, send } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { tokenOf } from './account.ts'
import { refusalOf } from './refusal.ts'

export const network = 'Discord'

export interface Call extends Pick<
  Request,
  'method' | 'json' | 'body' | 'publishes' | 'timeoutMs'
> {
  /** After the version, its query included. */
  path: string
}

/** Asks for what `schema` reads, in the name of a bot. */
export function call<T>(
  tools: Tools,
  token: string,
  { path, ...rest }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const refusal = (reply: Reply) => refusalOf(reply, tools)
  return ask(tools, { ...rest, ...addressed(token, path) }, { network, schema, refusal })
}

export const callAs = <T>(tools: Tools, account: Account, asked: Call, schema: z.ZodType<T>) =>
  call(tools, tokenOf(account), asked, schema)

/**
 * By how much Discord's clock is ahead of ours, as its `Date` header tells; null when it does not.
 * What it answers is not looked at.
 */
export async function clockGap(tools: Tools, account: Account): Promise<Outcome<number | null>> {
  const reply = await send(tools, addressed(tokenOf(account), '/users/@me'))
  if (!reply.ok) return reply
  const theirs = Date.parse(reply.value.headers.get('date') ?? '')
  return done(Number.isNaN(theirs) ? null : theirs - tools.clock.now().getTime())
}

/** Without a user agent of this form a request may be stopped on the way (docs.discord.com/developers/reference). */
function addressed(token: string, path: string) {
  return {
    url: `https://discord.com/api/v10${path}`,
    headers: {
      authorization: `Bot ${token}`,
      'user-agent': 'DiscordBot (https://discord.com/developers/applications, 0.1) Vigie',
    },
  }
}
