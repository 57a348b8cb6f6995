import type { Returned } from '#connectors/_contract/connector.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import { mailingsDouble } from '#connectors/_contract/suite/mailings-double.ts'
import type { Clock } from '#platform/clock.ts'
import { MailFailure, type Posting } from '#platform/mail/courier.ts'
import { type Mail, MailboxFailure } from '#platform/mail/mailbox.ts'

export const ourUser = 'lettre'
export const ourPassword = 'quatre mots bien secrets'

export interface NewsletterDouble extends NetworkDouble {
  /** What the mail server took. */
  taken: Posting[]
  /** A message arrives in the mailbox, as it is written. */
  arrive(words: string): void
  /** What the desk was told of letters that came back. */
  returned: Returned[]
}

/** A mail server (its replies are those of RFC 5321 and RFC 4954) and the desk's ledger of letters, in memory. */
export function newsletterDouble(clock: Clock): NewsletterDouble {
  const taken: Posting[] = []
  const inbox: Mail[] = []
  const arrive = (words: string) => {
    const uid = inbox.length + 1
    inbox.push({ uid, bytes: new TextEncoder().encode(words), at: clock.now() })
  }
  const ledger = mailingsDouble(clock)
  return {
    taken,
    arrive,
    returned: ledger.returned,
    mailbox: async ({ user, password }) => {
      if (user !== ourUser || password !== ourPassword) {
        throw new MailboxFailure('refused', '[AUTHENTICATIONFAILED] no')
      }
      const uids = (isWanted: (mail: Mail) => boolean) =>
        inbox.filter(isWanted).map(({ uid }) => uid)
      return {
        validity: '7',
        next: inbox.length + 1,
        after: async (last) => uids(({ uid }) => uid > last),
        since: async (day) => uids(({ at }) => at >= day),
        read: async (wanted) => inbox.find(({ uid }) => uid === wanted) ?? null,
        close() {},
      }
    },
    speak(words) {
      const id = `${inbox.length + 1}.yanis@example.org`
      arrive(`From: Yanis Haddad <yanis@example.org>
To: lettre@atelier-morel.example
Subject: Re: Un banc neuf
Message-ID: <${id}>
In-Reply-To: <${'0'.repeat(32)}@atelier-morel.example>
Content-Type: text/plain; charset=utf-8

${words}
`)
      return id
    },
    fetch: async () => new Response('', { status: 404 }),
    courier: async ({ user, password }) => {
      if (user !== ourUser || password !== ourPassword) {
        const said = Object.assign(new Error('535 Authentication failed'), { responseCode: 535 })
        throw new MailFailure('login', said)
      }
      return { send: async (posting) => void taken.push(posting), close() {} }
    },
    mailings: ledger.mailings,
    published: () => [
      ...ledger.published(),
      ...taken.flatMap(({ messageId, text, headers }) => {
        const replyTo = headers['In-Reply-To']?.slice(1, -1)
        return replyTo ? [{ remoteId: messageId, text, alts: [], replyTo }] : []
      }),
    ],
  }
}
