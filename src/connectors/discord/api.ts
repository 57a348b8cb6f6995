import type { z } from 'zod'
import { ask, type Request, type Reply } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { tokenOf } from './account.ts'
import { refusalOf } from '#connectors/_discord/refusal.ts'

const network = 'Discord'

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

/** What tells Discord's clock: what it answers is not looked at. */
export const clockAsked = (account: Account) => addressed(tokenOf(account), '/users/@me')

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
