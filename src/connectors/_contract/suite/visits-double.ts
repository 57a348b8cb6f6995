import { randomUUID } from 'node:crypto'
import type { Clock } from '#platform/clock.ts'
import type { Answered, VisitorSaid, Visits } from '../connector.ts'
import { done } from '../failure.ts'
import { rejected } from '../refusals.ts'
import type { SeenPost } from './kit.ts'

export interface VisitsDouble {
  visits: Visits
  /** What visitors read of us. */
  published(): SeenPost[]
  /** A visitor writes, in a thread of their own. */
  speak(text: string): string
}

const AT_ONCE = 100

/** The desk's own book of visits, in memory. */
export function visitsDouble(clock: Clock): VisitsDouble {
  const said: VisitorSaid[] = []
  const answers = new Map<string, Answered & { threadId: string; text: string }>()
  return {
    visits: {
      async said(cursor) {
        const from = Number(cursor ?? 0)
        const items = said.slice(from, from + AT_ONCE)
        return { items, ...(items.length > 0 ? { cursor: String(from + items.length) } : {}) }
      },
      async answer(key, { threadId, text }) {
        if (!said.some((one) => one.threadId === threadId)) return rejected('text', gone)
        const there = answers.get(key) ?? { id: key, at: clock.now(), threadId, text }
        answers.set(key, there)
        return done(there)
      },
      find: async (key) => answers.get(key) ?? null,
      take: async (key) => void answers.delete(key),
    },
    published: () =>
      [...answers.values()].map(({ id, threadId, text }) => ({
        remoteId: id,
        text,
        alts: [],
        replyTo: said.findLast((one) => one.threadId === threadId)?.id ?? '',
      })),
    speak(text) {
      const id = randomUUID()
      said.push({ id, threadId: randomUUID(), name: null, text, at: clock.now() })
      return id
    },
  }
}

const gone = { en: 'The thread is gone.', fr: 'La conversation n’est plus là.' }
