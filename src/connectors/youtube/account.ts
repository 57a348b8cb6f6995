import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const settingsSchema = z.object({
  /** The playlist of all that the channel has uploaded. */
  uploads: z.string(),
})

export const uploadsOf = (account: Pick<Account, 'settings'>) =>
  settingsSchema.parse(account.settings).uploads
