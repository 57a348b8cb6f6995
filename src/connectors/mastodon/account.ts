import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'
import { defaultLimits, limitsSchema, type ServerLimits } from './limits.ts'

const settingsSchema = z.object({
  server: z.string(),
  limits: limitsSchema.catch(defaultLimits),
})

const secretsSchema = z.object({
  accessToken: z.string(),
  clientId: z.string().default(''),
  clientSecret: z.string().default(''),
})

export const serverOf = (account: Pick<Account, 'settings'>): string =>
  settingsSchema.parse(account.settings).server

export const tokenOf = (account: Pick<Account, 'secrets'>): string =>
  secretsSchema.parse(account.secrets).accessToken

export const secretsOf = (account: Pick<Account, 'secrets'>) => secretsSchema.parse(account.secrets)

/** The limits that the server told at connection, or Mastodon's defaults. */
export function limitsIn(account: Pick<Account, 'settings'>): ServerLimits {
  const settings = settingsSchema.safeParse(account.settings)
  return settings.success ? settings.data.limits : defaultLimits
}
