import type {
  Account,
  Inbound,
  Inbox,
  Page,
  Returned,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { Mail, Mailbox } from '#platform/mail/mailbox.ts'
import { isAddress } from '#connectors/_mail/address.ts'
import { domainOf, mailboxOf } from './account.ts'
import { cameBack, isAutomatic } from './came-back.ts'
import { type ReadMail, readMail, saidIn } from './mail.ts'
import { mailboxFailure, openMailbox } from './open-mailbox.ts'

/** How far back a mailbox is read the first time, and whenever its numbers begin anew. */
const FORTNIGHT_MS = 14 * 24 * 3_600_000
const AT_ONCE = 60

export const inbox: Inbox = { read }

async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const server = mailboxOf(account)
  if (!server) return done({ items: [] })
  const opened = await openMailbox(tools, account)
  if (!opened.ok) return opened
  const box = opened.value
  try {
    const { mails, reached } = await nextMails(tools, box, cursor)
    const items: Inbound[] = []
    const returns: Returned[] = []
    for (const { bytes, at, uid } of mails) {
      const mail = await readMail(bytes)
      if (!mail) {
        tools.log.warn({ uid }, 'a message of the mailbox cannot be read')
        continue
      }
      const returned = cameBack(mail, at)
      const said = returned ? null : answerIn(account, mail, at)
      if (returned) returns.push(returned)
      if (said) items.push(said)
    }
    // Before the cursor moves: told twice, it counts once; told never, it would be lost.
    if (returns.length > 0) await tools.mailings?.returned(returns)
    return done({ items, cursor: `${box.validity}:${reached}` })
  } catch (error) {
    return failed(mailboxFailure(tools, server.host, error))
  } finally {
    box.close()
  }
}

/** What comes after the cursor, and the number up to which it was read then. */
async function nextMails({ clock }: Tools, box: Mailbox, cursor: string | null) {
  const [, validity, last = '0'] = /^(\d+):(\d+)$/.exec(cursor ?? '') ?? []
  const isSame = validity === box.validity
  const from = new Date(clock.now().getTime() - FORTNIGHT_MS)
  const there = isSame ? await box.after(Number(last)) : await box.since(from)
  const uids = there.slice(0, AT_ONCE)
  const mails: Mail[] = []
  for (const uid of uids) {
    const mail = await box.read(uid)
    if (mail) mails.push(mail)
  }
  const nothing = isSame ? Number(last) : Math.max(box.next - 1, 0)
  return { mails, reached: uids.at(-1) ?? nothing }
}

/** An answer to a letter or to an answer of ours, or a word to the list's own address; null for all other mail. */
function answerIn(account: Account, mail: ReadMail, at: Date): Inbound | null {
  const { from, id, references, replyTo, subject, to } = mail
  if (!from || !isAddress(from.address) || isAutomatic(mail)) return null
  const ours = references.filter((one) => isOurs(account, one))
  if (ours.length === 0 && !to.includes(account.remoteId)) return null
  return {
    remoteId: id,
    kind: 'message',
    // A letter may be handed on: whoever answers it then is somebody else, and speaks for themselves.
    threadId: `${ours[0] ?? references[0] ?? id} ${from.address}`,
    author: { remoteId: from.address, handle: from.address, name: from.name || from.address },
    text: saidIn(mail),
    at,
    data: {
      to: isAddress(replyTo) ? replyTo : from.address,
      subject,
      references: [...references, id].filter((one) => one.includes('@')).slice(-20),
    },
  }
}

/** The names that letters of the list and answers from the desk bear. */
function isOurs(account: Account, id: string): boolean {
  const domain = `@${domainOf(account)}`
  return id.endsWith(domain) && /^[0-9a-f]{32}$|^[0-9a-f-]{36}$/.test(id.slice(0, -domain.length))
}
