import type { Account, LetterFor, Letters } from '#connectors/_contract/connector.ts'
import { serverOf } from '#connectors/_mail/outgoing.ts'
import { openLetterBox } from '#connectors/_mail/server.ts'
import type { Posting } from '#platform/mail/courier.ts'
import { domainOf, settingsOf } from './account.ts'
import { bodiesOf, pictureName } from './bodies.ts'

export const letters: Letters = {
  open: (tools, account) =>
    openLetterBox(tools, serverOf(account), (letter) => postingOf(account, letter)),
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
