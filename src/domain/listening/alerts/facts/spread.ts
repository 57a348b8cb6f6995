import type { Told } from './facts.ts'

/** How far it has gone, and how fast it goes. */
export interface Spread {
  posts: number
  authors: number
  sources: number
  /** In the last hour, and in the one before. */
  lastHour: number
  hourBefore: number
}

const HOUR = 3_600_000

export function spreadOf(told: readonly Told[], now: Date): Spread {
  const within = (from: number, to: number) =>
    told.filter(({ at }) => {
      const age = now.getTime() - at.getTime()
      return age >= from && age < to
    }).length
  const authors = told.map(({ author, id }) => author?.remoteId || author?.handle || id)
  return {
    posts: told.length,
    authors: new Set(authors).size,
    sources: new Set(told.map(({ sourceId }) => sourceId)).size,
    lastHour: within(0, HOUR),
    hourBefore: within(HOUR, 2 * HOUR),
  }
}
