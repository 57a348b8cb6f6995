import type { Socket } from '#connectors/_contract/connector.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { type Event, isAuthentic, kinds, tagged } from './event.ts'
import type { Filter } from './relay.ts'

/** One relay in memory. */
export interface RelayDouble {
  events: Map<string, Event>
  /** What it says of itself (NIP-11). */
  facts: object
  isAway: boolean
  /** The words with which it refuses every event, when it does. */
  refuses: string | null
  /** It wants to know who asks (NIP-42). */
  asksWho: boolean
  open(): Socket
}

const replaceable = [kinds.profile, kinds.follows, kinds.relays]

export function relayDouble(): RelayDouble {
  const events = new Map<string, Event>()
  const relay: RelayDouble = {
    events,
    facts: {},
    isAway: false,
    refuses: null,
    asksWho: false,
    open,
  }

  function open(): Socket {
    const challenge = 'prove-it'
    const said: string[] = relay.asksWho ? [JSON.stringify(['AUTH', challenge])] : []
    let isKnown = !relay.asksWho
    const say = (...words: unknown[]) => void said.push(JSON.stringify(words))

    const hear: Record<string, (...rest: never[]) => void> = {
      EVENT: (event: Event) => say('OK', event.id, ...(isKnown ? take(event) : unknown)),
      REQ: (name: string, ...filters: Filter[]) => {
        if (!isKnown) return say('CLOSED', name, unknown[1])
        for (const event of found(filters)) say('EVENT', name, event)
        say('EOSE', name)
      },
      AUTH: (event: Event) => {
        const isRight = isAuthentic(event) && tagged(event, 'challenge')[0] === challenge
        isKnown ||= isRight
        say('OK', event.id, isRight, isRight ? '' : 'invalid: who?')
      },
      CLOSE: () => {},
    }

    return {
      send(message) {
        const [verb = '', ...rest] = JSON.parse(message) as [string, ...never[]]
        hear[verb]?.(...rest)
      },
      next: async () => {
        const next = said.shift()
        if (next === undefined) throw new FetchFailure('timeout', 'no answer', true)
        return next
      },
      close() {},
    }
  }

  function take(event: Event): [boolean, string] {
    if (!isAuthentic(event)) return [false, 'invalid: bad signature']
    if (relay.refuses !== null) return [false, relay.refuses]
    if (events.has(event.id)) return [true, 'duplicate: already have this event']
    if (event.kind === kinds.deletion) forget(event)
    if (replaceable.includes(event.kind)) {
      for (const old of events.values()) {
        if (old.kind === event.kind && old.pubkey === event.pubkey) events.delete(old.id)
      }
    }
    events.set(event.id, event)
    return [true, '']
  }

  function forget(request: Event): void {
    for (const id of tagged(request, 'e')) {
      if (events.get(id)?.pubkey === request.pubkey) events.delete(id)
    }
  }

  /** Newest first, as many of each filter as it asks. */
  function found(filters: Filter[]): Event[] {
    const all = [...events.values()].toSorted((a, b) => b.created_at - a.created_at)
    const each = filters.flatMap((filter) =>
      all.filter((event) => matches(event, filter)).slice(0, filter.limit),
    )
    return [...new Set(each)]
  }

  return relay
}

const unknown: [boolean, string] = [false, 'auth-required: we only serve registered people']

function matches(event: Event, filter: Filter): boolean {
  const {
    ids,
    authors,
    kinds: some,
    since = 0,
    until = Number.POSITIVE_INFINITY,
    search = '',
  } = filter
  const named = Object.entries(filter).filter(([name]) => name.startsWith('#'))
  return (
    (!ids || ids.includes(event.id)) &&
    (!authors || authors.includes(event.pubkey)) &&
    (!some || some.includes(event.kind)) &&
    event.created_at >= since &&
    event.created_at <= until &&
    event.content.toLowerCase().includes(search.toLowerCase()) &&
    named.every(([name, values]) =>
      tagged(event, name.slice(1)).some((value) => (values as string[]).includes(value)),
    )
  )
}
