import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import { mailingsDouble } from '#connectors/_contract/suite/mailings-double.ts'
import type { Clock } from '#platform/clock.ts'
import { MailFailure, type Posting } from '#platform/mail/courier.ts'

export const ourUser = 'fax'
export const ourPassword = 'quatre mots bien secrets'

export interface FaxDouble extends NetworkDouble {
  /** What the mail server took. */
  taken: Posting[]
}

/** A mail server (its replies are those of RFC 5321 and RFC 4954) and the desk's ledger of letters, in memory. */
export function faxDouble(clock: Clock): FaxDouble {
  const taken: Posting[] = []
  const { mailings, published } = mailingsDouble(clock)
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
    mailings,
    // On paper nothing is described.
    published: () => published().map((post) => ({ ...post, alts: post.alts.map(() => '') })),
  }
}
