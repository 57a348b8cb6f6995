import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const settingsSchema = z.object({
  /** Where posts go. */
  chatId: z.number(),
  /** Of a public channel or group. */
  username: z.string().optional(),
  botUsername: z.string(),
  /** The discussion group of a channel, where comments are. */
  discussionId: z.number().optional(),
})

export type Settings = z.infer<typeof settingsSchema>

export const settingsOf = (account: Pick<Account, 'settings'>): Settings =>
  settingsSchema.parse(account.settings)

export const tokenOf = (account: Pick<Account, 'secrets'>): string =>
  z.object({ token: z.string() }).parse(account.secrets).token
