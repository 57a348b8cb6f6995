import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'
import type { MailboxServer } from '#platform/mail/mailbox.ts'

export const network = 'Newsletter'

const settingsSchema = z.object({
  name: z.string(),
  replyTo: z.string().optional(),
  /** Who sends, and where they are: the law asks for it at the foot of a letter. */
  sender: z.string(),
  /** Where answers and what comes back arrive (IMAP). */
  mailbox: z.object({ host: z.string(), port: z.number(), user: z.string() }).optional(),
})

export type Settings = z.infer<typeof settingsSchema>

export const settingsOf = (account: Pick<Account, 'settings'>): Settings =>
  settingsSchema.parse(account.settings)

const secretsSchema = z.object({
  password: z.string().optional(),
  mailboxPassword: z.string().optional(),
})

/** The mailbox to read, if one was given; its password is that of the outgoing server unless it has its own. */
export function mailboxOf(account: Account): MailboxServer | null {
  const { mailbox } = settingsOf(account)
  if (!mailbox) return null
  const { password = '', mailboxPassword = password } = secretsSchema.parse(account.secrets)
  return { ...mailbox, password: mailboxPassword }
}

export const domainOf = ({ remoteId }: Pick<Account, 'remoteId'>) =>
  remoteId.split('@')[1] ?? 'localhost'
