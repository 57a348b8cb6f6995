import { z } from 'zod'
import type { Account, Heard, Listen, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { termsIn } from '#connectors/_contract/listen-to-terms.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { identityOf } from './account.ts'
import { dateOf, type Event, isAuthentic, kinds, secondsOf } from './event.ts'
import { foundOf, named } from './found.ts'
import { pageOf } from './pages.ts'
import type { Filter, Relay } from './relay.ts'
import { searchesWords } from './relay-facts.ts'
import { anyOf, askAll } from './relays.ts'

const hour = 3_600_000

/** Twenty searches on five relays: not more often than this. */
export const listen: Listen = { read, everyMs: 5 * 60_000 }

/** How far each relay was read, by its address and what was asked of it. */
const placesSchema = z.record(z.string(), z.string())

/** A relay searches by its own idea of what fits best: what it finds cannot be gone through page by page. */
const bestOf = 200

/**
 * Notes on the account's relays that bear a word as their hashtag and, where a relay searches, that hold a word or a
 * phrase. A relay that is away keeps its place.
 */
async function read(
  tools: Tools,
  account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Heard>> {
  if (!account) return failed({ kind: 'auth', detail: 'searching Nostr needs an account' })
  const terms = termsIn(source)
  if (!terms.ok) return terms
  const identity = identityOf(account)
  const from = placesIn(cursor)
  const answers = await askAll(tools, identity, (relay) => readOne(tools, relay, terms.value, from))
  const heard = anyOf(answers)
  if (!heard.ok) return heard
  const events = heard.value.flatMap((one) => one.events)
  const notes = [...new Map(events.map((event) => [event.id, event])).values()]
    .filter((event) => event.kind === kinds.note && isAuthentic(event))
    .toSorted((a, b) => a.created_at - b.created_at)
  const places = Object.assign({ ...from }, ...heard.value.map((one) => one.places))
  const nobodySearches = heard.value.every(({ searches }) => !searches)
  return done({
    items: await named(
      tools,
      identity,
      notes.map((note) => foundOf(note)),
    ),
    cursor: JSON.stringify(places),
    ...(nobodySearches ? { trouble: onlyTags } : {}),
  })
}

function placesIn(cursor: string | null): Record<string, string> {
  try {
    return placesSchema.parse(JSON.parse(cursor ?? '{}'))
  } catch {
    return {}
  }
}

async function readOne(
  tools: Tools,
  relay: Relay,
  terms: string[],
  from: Record<string, string>,
): Promise<Outcome<{ events: Event[]; places: Record<string, string>; searches: boolean }>> {
  const events: Event[] = []
  const places: Record<string, string> = {}
  async function walk(name: string, page: Parameters<typeof walkBack<Event>>[0]['page']) {
    const place = `${name} ${relay.url}`
    const walked = await walkBack<Event>(
      {
        page,
        id: ({ id }) => id,
        at: dateOf,
        // Relays sort by the writer's clock; a note may also come from another relay, hours later.
        overlapMs: 6 * hour,
        maxPages: 10,
        firstReadMs: 7 * 24 * hour,
      },
      from[place] ?? null,
    )
    if (!walked.ok) return walked
    events.push(...walked.value.items)
    const reached = walked.value.cursor ?? from[place]
    if (reached !== undefined) places[place] = reached
    return null
  }
  const tags = [...new Set(terms.flatMap((term) => tagOf(term) ?? []))].toSorted()
  if (tags.length > 0) {
    const filter: Filter = { kinds: [kinds.note], '#t': tags }
    const failure = await walk(`t ${tags.join(' ')}`, (older) =>
      pageOf(tools, relay, filter, older),
    )
    if (failure) return failure
  }
  const searches = await searchesWords(tools, relay.url)
  for (const term of searches ? terms.filter((one) => !one.startsWith('#')) : []) {
    const failure = await walk(`s ${term}`, async (_, since) => {
      const begins = since ?? new Date(tools.clock.now().getTime() - 7 * 24 * hour)
      const filter = { kinds: [kinds.note], search: term, since: secondsOf(begins), limit: bestOf }
      const answer = await relay.query(filter)
      if (!answer.ok) return answer
      const latest = secondsOf(tools.clock.now()) + 900
      return done({ items: answer.value.filter(({ created_at: at }) => at <= latest) })
    })
    if (failure) return failure
  }
  return done({ events, places, searches })
}

/** A single word is a hashtag too, in small letters (NIP-24, read 2026-11-26). */
export function tagOf(term: string): string | null {
  const tag = term.trim().replace(/^#/, '').toLowerCase()
  return /^[\p{L}\p{M}\p{N}_-]+$/u.test(tag) ? tag : null
}

const onlyTags = {
  en: 'None of this account’s relays searches words (NIP-50): only notes that bear your words as hashtags are found. Add such a relay to the account, or listen live.',
  fr: 'Aucun des relais de ce compte ne cherche par mots (NIP-50) : seules sont trouvées les notes qui portent vos mots en mots-dièse. Ajoutez un tel relais au compte, ou écoutez en direct.',
}
