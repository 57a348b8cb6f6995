import type { z } from 'zod'
import { ask, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import { refusalOf } from '#connectors/_discord/refusal.ts'
import { type Webhook, webhookOf } from './account.ts'

export interface Call extends Pick<
  Request,
  'method' | 'json' | 'body' | 'publishes' | 'timeoutMs'
> {
  /** After the webhook's own address, its query included. */
  path: string
}

/** Asks by a webhook. It is no bot's: the address is all there is to show. */
export function call<T>(
  tools: Tools,
  { id, token }: Webhook,
  { path, ...rest }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const request = {
    ...rest,
    url: `https://discord.com/api/v10/webhooks/${id}/${token}${path}`,
    headers: { 'user-agent': 'Vigie (https://discord.com/developers/docs, 0.1)' },
  }
  const refusal = (reply: Reply) => ended(reply) ?? refusalOf(reply, tools)
  return ask(tools, request, { network: 'Discord', schema, refusal })
}

export const callAs = <T>(tools: Tools, account: Account, asked: Call, schema: z.ZodType<T>) =>
  call(tools, webhookOf(account), asked, schema)

/** 10015 Unknown Webhook, 50027 Invalid Webhook Token: somebody deleted it on Discord (…/opcodes-and-status-codes). */
function ended({ status, text }: Reply): Failure | null {
  const code = /"code"\s*:\s*(10015|50027)\b/.exec(text)?.[1]
  return code ? { kind: 'auth', detail: `${status} the webhook is gone (${code})` } : null
}
