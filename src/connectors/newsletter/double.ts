import type { Letter, Mailing } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'
import { MailFailure, type Posting } from '#platform/mail/courier.ts'

export const ourUser = 'lettre'
export const ourPassword = 'quatre mots bien secrets'

export interface NewsletterDouble extends NetworkDouble {
  /** What the mail server took. */
  taken: Posting[]
}

/** A mail server (its replies are those of RFC 5321 and RFC 4954) and the desk's ledger of letters, in memory. */
export function newsletterDouble(clock: Clock): NewsletterDouble {
  const taken: Posting[] = []
  const mailings = new Map<string, Mailing & { letter: Letter }>()
  return {
    taken,
    fetch: async () => new Response('', { status: 404 }),
    courier: async ({ user, password }) => {
      if (user !== ourUser || password !== ourPassword) {
        const said = Object.assign(new Error('535 Authentication failed'), { responseCode: 535 })
        throw new MailFailure('login', said)
      }
      return { send: async (posting) => void taken.push(posting), close() {} }
    },
    mailings: {
      async open(key, letter) {
        const url = `https://vigie.example/letters/${key}`
        const there = mailings.get(key) ?? { id: key, url, at: clock.now(), letter }
        mailings.set(key, there)
        return done(there)
      },
      find: async (key) => mailings.get(key) ?? null,
      stop: async (key) => void mailings.delete(key),
      counts: async (keys) => {
        const there = keys.filter((key) => mailings.has(key))
        return Object.fromEntries(there.map((key) => [key, { sent: 1, waiting: 0 }]))
      },
      subscribers: async () => 2,
    },
    published: () =>
      [...mailings.values()].map(({ id, letter }) => ({
        remoteId: id,
        text: letter.text,
        alts: letter.images.map(({ alt }) => alt),
      })),
  }
}
