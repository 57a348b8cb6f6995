import { z } from 'zod'

/** How far one search has come. */
const placeSchema = z.object({
  /** When it was last asked for, in milliseconds; 0: never. */
  asked: z.number(),
  /** What `walkBack` gave. */
  place: z.string().optional(),
  /** GDELT would not look for it; until then it is not asked again. */
  refusedUntil: z.number().optional(),
})

export type Place = z.infer<typeof placeSchema>

const cursorSchema = z.record(z.string(), placeSchema)

/** The place of each term; a new one begins at its own beginning, one that is asked no more is forgotten. */
export function placesIn(cursor: string | null, terms: string[]): Record<string, Place> {
  const known = readCursor(cursor)
  return Object.fromEntries(terms.map((term) => [term, known.get(term) ?? { asked: 0 }]))
}

/** Terms in the order in which they are to be asked: those first that waited longest. */
export function byTurn(places: Record<string, Place>, now: number): string[] {
  return Object.entries(places)
    .filter(([, { refusedUntil = 0 }]) => refusedUntil <= now)
    .toSorted(([, a], [, b]) => a.asked - b.asked)
    .map(([term]) => term)
}

/** An unreadable cursor means: begin again. */
function readCursor(cursor: string | null): Map<string, Place> {
  try {
    return new Map(Object.entries(cursorSchema.parse(JSON.parse(cursor ?? '{}'))))
  } catch {
    return new Map()
  }
}
