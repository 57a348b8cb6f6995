import { z } from 'zod'
import type { Found, Page } from './connector.ts'
import { done, failed, type Outcome } from './failure.ts'

/** The most terms of one source: each costs a search at every reading. */
export const maxTerms = 20

const sourceSchema = z.object({
  terms: z.preprocess(
    (terms) => (typeof terms === 'string' ? [terms] : terms),
    z.array(z.string().trim().min(1)).min(1).max(maxTerms),
  ),
})

const cursorSchema = z.record(z.string(), z.string())

/**
 * Reads a source `{ terms }`, a list of words or phrases any of which is wanted, with one search for each.
 * Every term keeps its own place; a new term begins at its own beginning.
 * @param search what is new for one term since its cursor
 * @returns posts oldest first, once each even when several terms found them
 */
export async function listenToTerms(
  source: Record<string, unknown>,
  cursor: string | null,
  search: (term: string, cursor: string | null) => Promise<Outcome<Page<Found>>>,
): Promise<Outcome<Page<Found>>> {
  const asked = termsIn(source)
  if (!asked.ok) return asked
  const places = readPlaces(cursor)
  const next: Record<string, string> = {}
  const found = new Map<string, Found>()
  for (const term of asked.value) {
    const page = await search(term, places[term] ?? null)
    if (!page.ok) return page
    for (const item of page.value.items) found.set(item.remoteId, item)
    const place = page.value.cursor ?? places[term]
    if (place !== undefined) next[term] = place
  }
  const items = [...found.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return done({ items, cursor: JSON.stringify(next) })
}

/** The words or phrases of a source `{ terms }`, each once; `rejected` when there is none, or too many. */
export function termsIn(source: Record<string, unknown>): Outcome<string[]> {
  const asked = sourceSchema.safeParse(source)
  if (asked.success) return done([...new Set(asked.data.terms)])
  return failed({ kind: 'rejected', reason: noTerms, field: 'terms', detail: noTerms.en })
}

function readPlaces(cursor: string | null): Record<string, string> {
  try {
    return cursor === null ? {} : cursorSchema.parse(JSON.parse(cursor))
  } catch {
    return {}
  }
}

const noTerms = {
  en: `Give between 1 and ${maxTerms} words or phrases to look for.`,
  fr: `Indiquez entre 1 et ${maxTerms} mots ou expressions à rechercher.`,
}
