import { z } from 'zod'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { type BackPage, walkBack } from '#connectors/_contract/walk-back.ts'

/** Something under which people speak: a post with its comments, a conversation with its messages. */
export interface Place {
  id: string
  /** Changes whenever somebody speaks there: the number of comments, the time of the last message. */
  mark: string
}

export interface ReadingUnder<T> {
  page(place: string, older: string | undefined): Promise<Outcome<BackPage<T>>>
  id(item: T): string
  at(item: T): Date
  /** How far behind what is newest something may still appear; ten minutes. */
  overlapMs?: number
}

/** What was read of each place: its mark, where reading stands, and whether the last reading brought nothing. */
const stateSchema = z.record(
  z.string(),
  z.object({ mark: z.string(), cursor: z.string().nullable(), quiet: z.boolean() }),
)

export type UnderState = z.infer<typeof stateSchema>

/** An unreadable state means: begin again. Items may repeat; none is skipped. */
export const readState = (value: unknown): UnderState => stateSchema.catch({}).parse(value)

const minute = 60_000

/**
 * Reads what people said under many posts, where the network has no list of it all: each place is read back to what
 * was already handed over; one whose mark has not moved since a reading that brought nothing is left alone.
 * @returns items oldest first, and the state for the next call, with the places that were given and no others
 */
export async function readUnder<T>(
  places: readonly Place[],
  state: UnderState,
  reading: ReadingUnder<T>,
): Promise<Outcome<{ items: T[]; state: UnderState }>> {
  const items: T[] = []
  const next: UnderState = {}
  for (const { id, mark } of places) {
    const before = state[id]
    if (before?.quiet && before.mark === mark) {
      next[id] = before
      continue
    }
    const walked = await walkBack(
      {
        page: (older) => reading.page(id, older),
        id: reading.id,
        at: reading.at,
        overlapMs: reading.overlapMs ?? 10 * minute,
        maxPages: 10,
        firstReadMs: 14 * 24 * 60 * minute,
      },
      before?.cursor ?? null,
    )
    if (!walked.ok) return walked
    items.push(...walked.value.items)
    const cursor = walked.value.cursor ?? before?.cursor ?? null
    next[id] = { mark, cursor, quiet: walked.value.items.length === 0 }
  }
  items.sort((a, b) => reading.at(a).getTime() - reading.at(b).getTime())
  return done({ items, state: next })
}
