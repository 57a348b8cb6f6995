import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

/** A webhook: its number, and the word that opens it. */
export interface Webhook {
  id: string
  token: string
}

const secretsSchema = z.object({ id: z.string(), token: z.string() })

export const webhookOf = (account: Pick<Account, 'secrets'>): Webhook =>
  secretsSchema.parse(account.secrets)

/** The webhook in an address as Discord copies it, of any of its clients and versions; null when it is none. */
export function webhookIn(typed: string): Webhook | null {
  const url = URL.parse(typed.trim())
  if (!url || !/^(?:\w+\.)?discord(?:app)?\.com$/.test(url.hostname)) return null
  const [, id, token] =
    /^\/api\/(?:v\d+\/)?webhooks\/(\d{5,20})\/([\w-]{20,100})\/?$/.exec(url.pathname) ?? []
  return id && token ? { id, token } : null
}
