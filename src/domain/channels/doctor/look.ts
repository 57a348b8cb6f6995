import type { Finding } from '#connectors/_contract/connector.ts'
import type { Language, Text } from '#platform/text.ts'
import type { LookView } from './api.ts'

type About = LookView['about']

/** One thing that was looked at. `unknown`: it cannot be told from here. */
export interface Look {
  about: About
  state: 'done' | 'to-do' | 'unknown'
  what: Text
  next?: Text
}

export const done = (about: About, what: Text): Look => ({ about, state: 'done', what })

export const toDo = (about: About, what: Text, next: Text): Look => ({
  about,
  state: 'to-do',
  what,
  next,
})

export const unknown = (about: About, what: Text, next?: Text): Look => ({
  about,
  state: 'unknown',
  what,
  ...(next ? { next } : {}),
})

/** What a network told of one of its accounts. */
export const lookOf = ({ what, ok, next }: Finding): Look => ({
  about: 'account',
  state: ok ? 'done' : 'to-do',
  what,
  ...(next ? { next } : {}),
})

const ORDER = ['to-do', 'unknown', 'done'] as const

/** What is to do on top, in the order in which it was looked at. */
export const presentLooks = (looks: readonly Look[], language: Language): LookView[] =>
  looks
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .map(({ about, state, what, next }) => ({
      about,
      state,
      what: what[language],
      next: next?.[language] ?? null,
    }))
