import type { Clock } from '#platform/clock.ts'
import type { Letter, Mailing, Mailings, Returned } from '../connector.ts'
import { done } from '../failure.ts'

export interface MailingsDouble {
  mailings: Mailings
  /** What was written down and not stopped, as people would see it. */
  published(): { remoteId: string; text: string; alts: string[] }[]
  /** What came back, as it was told. */
  returned: Returned[]
}

/** The desk's own ledger of letters, in memory: two people want them. */
export function mailingsDouble(clock: Clock): MailingsDouble {
  const kept = new Map<string, Mailing & { letter: Letter }>()
  const returned: Returned[] = []
  return {
    returned,
    mailings: {
      async open(key, letter) {
        const url = `https://vigie.example/letters/${key}`
        const there = kept.get(key) ?? { id: key, url, at: clock.now(), letter }
        kept.set(key, there)
        return done(there)
      },
      find: async (key) => kept.get(key) ?? null,
      stop: async (key) => void kept.delete(key),
      counts: async (keys) => {
        const there = keys.filter((key) => kept.has(key))
        return Object.fromEntries(there.map((key) => [key, { sent: 1, waiting: 0 }]))
      },
      subscribers: async () => 2,
      returned: async (returns) => void returned.push(...returns),
    },
    published: () =>
      [...kept.values()].map(({ id, letter }) => ({
        remoteId: id,
        text: letter.text,
        alts: letter.images.map(({ alt }) => alt),
      })),
  }
}
