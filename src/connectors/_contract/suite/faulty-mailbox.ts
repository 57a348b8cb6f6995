import { MailboxFailure, type OpenMailbox } from '#platform/mail/mailbox.ts'
import type { Asked, Fault } from './fault.ts'

/** A mailbox at whose opening (`OPEN`) a fault may be met: what a server answers then is RFC 5530's. */
export function faultyMailbox(
  open: OpenMailbox,
  planFor: (request: Asked) => Fault | undefined,
): OpenMailbox {
  return async (server) => {
    const url = new URL(`imap://${server.host}:${server.port}`)
    const fault = planFor({ method: 'OPEN', url })
    if (!fault) return open(server)
    const status = typeof fault === 'object' && 'answer' in fault ? fault.answer.status : 0
    if (status === 401) throw new MailboxFailure('refused', '[AUTHENTICATIONFAILED] no')
    if (status === 429) throw new MailboxFailure('busy', '[LIMIT] come back later')
    throw new MailboxFailure('trouble', 'cut')
  }
}
