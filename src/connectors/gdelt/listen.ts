import { createHash } from 'node:crypto'
import type { Account, Found, Heard, Listen, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { termsIn } from '#connectors/_contract/listen-to-terms.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { leftOut } from './left-out.ts'
import { byTurn, type Place, placesIn } from './places.ts'
import { searchPage } from './search.ts'

const minute = 60_000
const hour = 60 * minute

/** GDELT adds to its index every fifteen minutes (GDELT DOC 2.0 API, read 2026-11-26): sooner there is nothing new. */
export const listen: Listen = { read, searches: true, everyMs: 15 * minute }

/** A reading is under a lease of two minutes: after this long, what was not asked waits for the next one. */
const enoughMs = minute

/** So many searches of a reading at most, eight seconds apart. */
const mostSearches = 6

/** What GDELT would not look for is asked again after this long: its refusals come and go with its load. */
const refusedMs = 6 * hour

/** One search that fails says little; two in a row, that GDELT is not well. */
const mostFailures = 2

/**
 * Articles that hold a word or a phrase, by one search for each, those first that waited longest. What one search brought
 * is not lost when another fails: that one has its turn again later.
 */
async function read(
  tools: Tools,
  _account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Heard>> {
  const asked = termsIn(source)
  if (!asked.ok) return asked
  const places = placesIn(cursor, asked.value)
  const began = tools.clock.now().getTime()
  const found = new Map<string, Found>()
  const failures: Failure[] = []
  let answered = 0
  for (const term of byTurn(places, began).slice(0, mostSearches)) {
    const now = tools.clock.now().getTime()
    if (now - began > enoughMs) break
    const searched = await searchFor(tools, term, places[term]?.place ?? null)
    if (searched.ok) {
      answered++
      for (const item of searched.value.items) merge(found, item)
      places[term] = { asked: now, place: searched.value.cursor ?? places[term]?.place }
      continue
    }
    const { failure } = searched
    if (failure.kind === 'rejected') {
      answered++
      places[term] = { ...places[term], asked: now, refusedUntil: now + refusedMs }
      continue
    }
    failures.push(failure)
    // The next one may be well: this one goes to the end of the line.
    places[term] = { ...places[term], asked: now }
    if (failure.kind === 'rate' || failures.length >= mostFailures) break
  }
  const [first] = failures
  if (first && answered === 0) return failed(first)
  const trouble = leftOut(refused(places, began))
  const items = [...found.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return done({ items, cursor: JSON.stringify(places), ...(trouble ? { trouble } : {}) })
}

const searchFor = (tools: Tools, term: string, place: string | null) =>
  walkBack(
    {
      page: (older, since) => searchPage(tools, term, older, since),
      // An address may be long, and the place of twenty terms is kept at every reading.
      id: ({ url }) => createHash('sha256').update(url).digest('base64url').slice(0, 12),
      at: ({ at }) => at,
      // An article bears the quarter of an hour in which it was seen, and is searchable some time later.
      overlapMs: 2 * hour,
      maxPages: 2,
      firstReadMs: 7 * 24 * hour,
    },
    place,
  )

/** An article that two searches found holds the words of both. */
function merge(found: Map<string, Found>, item: Found): void {
  const known = found.get(item.remoteId)
  const holds = [...new Set([...(known?.holds ?? []), ...(item.holds ?? [])])]
  found.set(item.remoteId, { ...item, holds })
}

const refused = (places: Record<string, Place>, now: number): string[] =>
  Object.entries(places).flatMap(([term, { refusedUntil = 0 }]) => (refusedUntil > now ? term : []))
