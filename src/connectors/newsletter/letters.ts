import type { Account, LetterFor, Letters, Tools } from '#connectors/_contract/connector.ts'
import { done, failed } from '#connectors/_contract/failure.ts'
import type { Posting } from '#platform/mail/courier.ts'
import { domainOf, serverOf, settingsOf } from './account.ts'
import { bodiesOf, pictureName } from './bodies.ts'
import { failureOf } from '#connectors/_mail/smtp-words.ts'

export const letters: Letters = {
  async open(tools: Tools, account: Account) {
    const server = serverOf(account)
    if (!tools.courier) return failed({ kind: 'transient', detail: 'this desk sends no letter' })
    try {
      const courier = await tools.courier(server)
      return done({
        close: () => courier.close(),
        async send(letter: LetterFor) {
          try {
            await courier.send(postingOf(account, letter))
            return done(null)
          } catch (error) {
            return failureOf(tools, server.host, error)
          }
        },
      })
    } catch (error) {
      return failureOf(tools, server.host, error)
    }
  },
}

/** One letter for one person: nobody else's address is in it, and leaving is one click (RFC 2369, RFC 2919, RFC 8058). */
export function postingOf(account: Account, letter: LetterFor): Posting {
  const { name, replyTo } = settingsOf(account)
  const { to, subject, images, messageId, at, unsubscribe } = letter
  return {
    from: { name, address: account.remoteId },
    to,
    ...(replyTo ? { replyTo } : {}),
    subject,
    ...bodiesOf(account, letter),
    pictures: images.map(({ type, bytes }, index) => ({ cid: pictureName(index), type, bytes })),
    messageId: `${messageId}@${domainOf(account)}`,
    date: at,
    headers: {
      'List-Unsubscribe': waysOut(account, unsubscribe),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': `<${account.remoteId.replace('@', '.')}>`,
      // Machines that answer by themselves leave it alone.
      Precedence: 'bulk',
    },
  }
}

/** By a page for people and one click for programs; by a letter too, where it is the mailbox we read. */
function waysOut(account: Account, unsubscribe: string): string {
  const { mailbox, replyTo } = settingsOf(account)
  const address = replyTo ?? account.remoteId
  if (mailbox?.user.toLowerCase() !== address.toLowerCase()) return `<${unsubscribe}>`
  const token = unsubscribe.split('/').at(-1) ?? ''
  return `<${unsubscribe}>, <mailto:${address}?subject=unsubscribe-${token}>`
}
