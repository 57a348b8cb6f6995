import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

export const network = 'Fax'

const settingsSchema = z.object({
  /** At the head of each page: who sends, and from which number. */
  sender: z.string(),
  /** The address of the gateway, where `{number}` stands for the figures of a number. */
  pattern: z.string(),
})

export const settingsOf = (account: Pick<Account, 'settings'>) =>
  settingsSchema.parse(account.settings)
