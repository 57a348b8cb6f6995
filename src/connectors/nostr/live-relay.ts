import { setTimeout as pause } from 'node:timers/promises'
import type { Live, LiveSocket, Tools } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import { done } from '#connectors/_contract/failure.ts'
import { cutOf } from '#connectors/_contract/stream-failure.ts'
import { type Event, eventSchema, kinds, secondsOf, sign } from './event.ts'
import { pageOf } from './pages.ts'
import { type Filter, withRelay, wordsIn } from './relay.ts'
import { refusalOf } from './relay-words.ts'

/** What one relay tells, in its order. */
export type Told =
  /** It listens to us, and this is what was said since the place reached. */
  | { what: 'open'; relay: string; events: Event[]; missed?: { from: Date; to: Date } }
  | { what: 'events'; relay: string; events: Event[]; skipped: number }
  /** It is away for now. */
  | { what: 'away'; relay: string; failure: Failure }

export interface Following {
  tools: Tools & { live: Live }
  relay: string
  filters: Filter[]
  /** With which to say who we are, where a relay wants to know (NIP-42): a key of nobody's. */
  secret: string
  /** The place reached, in Unix seconds; undefined: from now. */
  since(): number | undefined
  /** Hands over what it tells; resolves once there is room for more. */
  tell(told: Told): Promise<void>
  signal: AbortSignal
}

const FIRST_MS = 1_000
const LONGEST_MS = 5 * 60_000
const REFUSED_MS = 3_600_000
/** It told something for so long: an earlier cut is forgotten. */
const STEADY_MS = 60_000

/** Clocks differ, and a note may come to a relay some time after it was written. */
const REWIND_SECONDS = 600
/** What is asked for alive begins a little before now, so that nothing falls between the past and it. */
const OVERLAP_SECONDS = 60
/** Of a hundred notes each: after a long absence the oldest are given up, and told to be missed. */
const MOST_PAGES = 20

/** Follows a relay until it is told to stop, and takes it up again ever more seldom when it is cut. Never rejects. */
export async function follow(following: Following): Promise<void> {
  const { relay, tell, signal } = following
  for (let cuts = 0; !signal.aborted;) {
    const began = performance.now()
    const failure = await listen(following).catch(cutOf)
    if (signal.aborted) return
    await tell({ what: 'away', relay, failure })
    cuts = performance.now() - began > STEADY_MS ? 0 : cuts + 1
    const again = Math.min(FIRST_MS * 2 ** Math.min(Math.max(cuts - 1, 0), 20), LONGEST_MS)
    const wait = failure.kind === 'transient' || failure.kind === 'rate' ? again : REFUSED_MS
    await pause(wait * (0.5 + Math.random()), undefined, { signal }).catch(() => {})
  }
}

/** One conversation. @returns why it ended */
async function listen(following: Following): Promise<Failure> {
  const { tools, relay, tell, signal } = following
  const socket = await tools.live.socket(relay, { signal, allowHttp: relay.startsWith('ws:') })
  const conversation = converse(following, socket)
  try {
    conversation.ask()
    for (;;) {
      const heard = conversation.hear(await socket.next())
      if (heard.events.length + heard.skipped > 0) {
        await tell({ what: 'events', relay, events: heard.events, skipped: heard.skipped })
      }
      if (heard.ended) return heard.ended
      if (!heard.opened) continue
      const past = await pastOf(following)
      if (!past.ok) return past.failure
      await tell({ what: 'open', relay, ...past.value })
    }
  } finally {
    socket.close()
  }
}

interface Heard {
  events: Event[]
  skipped: number
  /** All that it had was told: from here on it is alive. */
  opened: boolean
  ended?: Failure
}

/** What is said over one socket (NIP-01, NIP-42), and what it means. */
function converse({ tools, relay, filters, secret }: Following, socket: LiveSocket) {
  const name = 'live'
  let challenge: string | undefined
  let introduced: string | undefined
  const ask = () => {
    const since = secondsOf(tools.clock.now()) - OVERLAP_SECONDS
    socket.send(JSON.stringify(['REQ', name, ...filters.map((filter) => ({ ...filter, since }))]))
  }

  function introduce(): void {
    const tags = [
      ['relay', relay],
      ['challenge', challenge ?? ''],
    ]
    const created_at = secondsOf(tools.clock.now())
    const signed = sign(secret, { kind: kinds.clientAuth, created_at, tags, content: '' })
    introduced = signed.id
    socket.send(JSON.stringify(['AUTH', signed]))
  }

  function hear(messages: string[]): Heard {
    const heard: Heard = { events: [], skipped: 0, opened: false }
    for (const message of messages) {
      const [verb, about, what] = wordsIn(message)
      if (verb === 'AUTH' && typeof about === 'string') challenge = about
      else if (verb === 'EVENT' && about === name) {
        const event = eventSchema.safeParse(what)
        if (event.success) heard.events.push(event.data)
        else heard.skipped++
      } else if (verb === 'EOSE' && about === name) heard.opened = true
      else if (verb === 'OK' && about === introduced) ask()
      else if (verb === 'CLOSED' && about === name) {
        const failure = refusalOf(tools, relay, String(what ?? ''))
        if (failure.kind === 'auth' && challenge && !introduced) introduce()
        else heard.ended = failure
      } else if (verb === undefined) heard.skipped++
    }
    return heard
  }

  return { ask, hear }
}

type Past = Pick<Told & { what: 'open' }, 'events' | 'missed'>

/** What was said while nobody listened, over a socket of its own. */
async function pastOf({ tools, relay, filters, secret, since }: Following): Promise<Outcome<Past>> {
  const place = since()
  if (place === undefined) return done({ events: [] })
  return withRelay(tools, relay, secret, async (asked) => {
    const events = new Map<string, Event>()
    let reached = place
    for (const filter of filters) {
      let older: string | undefined
      for (let pages = 0; ; pages++) {
        const page = await pageOf(tools, asked, { ...filter, since: place - REWIND_SECONDS }, older)
        if (!page.ok) return page
        for (const event of page.value.items) events.set(event.id, event)
        older = page.value.older
        if (older === undefined) break
        if (pages < MOST_PAGES) continue
        // Deletions that old are not worth telling.
        if (filter.kinds?.includes(kinds.note)) reached = Math.max(reached, Number(older))
        break
      }
    }
    const missed = { from: new Date(place * 1000), to: new Date(reached * 1000) }
    return done({ events: [...events.values()], ...(reached > place ? { missed } : {}) })
  })
}
