import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { notOnTheInternet } from '#connectors/_contract/refusals.ts'
import { type Mailbox, MailboxFailure } from '#platform/mail/mailbox.ts'
import { mailboxOf } from './account.ts'

const minute = 60_000

/** Opens the account's mailbox to read it. */
export async function openMailbox(tools: Tools, account: Account): Promise<Outcome<Mailbox>> {
  const server = mailboxOf(account)
  if (!server || !tools.mailbox) {
    return failed({ kind: 'transient', detail: 'this desk reads no mailbox' })
  }
  try {
    return done(await tools.mailbox(server))
  } catch (error) {
    return failed(mailboxFailure(tools, server.host, error))
  }
}

/** What a server means by its refusals (RFC 9051, section 7.1, and RFC 5530; from memory). */
export function mailboxFailure(
  { clock }: Pick<Tools, 'clock'>,
  host: string,
  error: unknown,
): Failure {
  const detail = error instanceof Error ? error.message.slice(0, 300) : String(error)
  if (!(error instanceof MailboxFailure)) return { kind: 'transient', detail }
  switch (error.kind) {
    case 'refused':
      return { kind: 'auth', detail }
    case 'busy':
      return { kind: 'rate', until: new Date(clock.now().getTime() + 5 * minute), detail }
    case 'nowhere':
      return { kind: 'rejected', field: 'mailbox', reason: notOnTheInternet(host), detail }
    case 'trouble':
      return { kind: 'transient', detail }
  }
}
