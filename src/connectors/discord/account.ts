import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const settingsSchema = z.object({ guildId: z.string(), channelId: z.string(), botId: z.string() })

export const settingsOf = (account: Pick<Account, 'settings'>) =>
  settingsSchema.parse(account.settings)

export const tokenOf = (account: Pick<Account, 'secrets'>): string =>
  z.object({ token: z.string() }).parse(account.secrets).token
