import { z } from 'zod'
import type { Finding } from '#connectors/_contract/connector.ts'
import type { Language, Text } from '#platform/text.ts'

/** One thing that was looked at. `unknown`: it cannot be told from here. */
export interface Look {
  state: 'done' | 'to-do' | 'unknown'
  what: Text
  next?: Text
}

export const look = z.object({
  state: z.enum(['done', 'to-do', 'unknown']),
  what: z.string(),
  /** What to do, if anything. */
  next: z.string().nullable(),
})
export type LookView = z.infer<typeof look>

export const done = (what: Text): Look => ({ state: 'done', what })
export const toDo = (what: Text, next: Text): Look => ({ state: 'to-do', what, next })
export const unknown = (what: Text, next?: Text): Look => ({
  state: 'unknown',
  what,
  ...(next ? { next } : {}),
})

export const lookOf = ({ what, ok, next }: Finding): Look => ({
  state: ok ? 'done' : 'to-do',
  what,
  ...(next ? { next } : {}),
})

const ORDER = ['to-do', 'unknown', 'done'] as const

/** What is to do on top, in the order in which it was looked at. */
export const presentLooks = (looks: readonly Look[], language: Language): LookView[] =>
  looks
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .map(({ state, what, next }) => ({
      state,
      what: what[language],
      next: next?.[language] ?? null,
    }))
