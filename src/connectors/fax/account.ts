import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'
import type { MailServer } from '#platform/mail/courier.ts'

export const network = 'Fax'

const settingsSchema = z.object({
  /** At the head of each page: who sends, and from which number. */
  sender: z.string(),
  /** The address of the gateway, where `{number}` stands for the figures of a number. */
  pattern: z.string(),
  host: z.string(),
  port: z.number(),
  user: z.string().optional(),
})

export const settingsOf = (account: Pick<Account, 'settings'>) =>
  settingsSchema.parse(account.settings)

export function serverOf(account: Account): MailServer {
  const { host, port, user } = settingsOf(account)
  const { password } = z.object({ password: z.string().optional() }).parse(account.secrets)
  return { host, port, ...(user ? { user } : {}), ...(password ? { password } : {}) }
}
