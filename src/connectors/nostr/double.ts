import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { type RelayDouble, relayDouble } from './double-relay.ts'
import { type Draft, type Event, kinds, secondsOf, sign } from './event.ts'
import { hashOf } from './note.ts'
import { parentsOf } from './thread.ts'

export const ourKey = '1'.repeat(64)
export const theirRelay = 'wss://relay.example'
export const theirMediaServer = 'https://blossom.example'
export const yanisKey = '2'.repeat(64)

/** A few relays and a Blossom server in memory: every relay is empty until something is sent to it. */
export interface NostrDouble extends NetworkDouble {
  relay(url: string): RelayDouble
  /** Somebody else says or does something on the first relay. */
  happen(draft: Partial<Draft>, key?: string): Event
  /** The hashes of what was uploaded. */
  uploaded: Set<string>
}

/**
 * What relays say is written in NIP-01, 09, 11 and 42, what a media server answers in BUD-01 and BUD-02
 * (github.com/nostr-protocol/nips, github.com/hzrd149/blossom, read 2026-11-25); `nostr.real.test.ts` heard the same of
 * a real relay.
 */
export function nostrDouble(clock: Clock): NostrDouble {
  const relays = new Map<string, RelayDouble>()
  const uploaded = new Set<string>()
  const relay = (url: string) => {
    const there = relays.get(url) ?? relayDouble()
    relays.set(url, there)
    return there
  }
  const first = () => relay(theirRelay)
  const happen = (draft: Partial<Draft>, key = yanisKey) => {
    const created_at = secondsOf(clock.now())
    const event = sign(key, { kind: kinds.note, created_at, tags: [], content: '', ...draft })
    first().events.set(event.id, event)
    return event
  }
  let people = 3

  return {
    relay,
    uploaded,
    happen,
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      if (url.origin === theirMediaServer && url.pathname === '/upload') {
        const hash = hashOf(init.body as Uint8Array)
        uploaded.add(hash)
        return Response.json({ url: `${theirMediaServer}/${hash}`, sha256: hash })
      }
      if (init.headers?.['accept'] === 'application/nostr+json') {
        return Response.json(relay(url.origin.replace(/^http/, 'ws')).facts)
      }
      return new Response('', { status: 404 })
    },
    socket: async (address) => {
      const there = relay(String(address))
      if (there.isAway) throw new FetchFailure('connection-refused', 'nobody answers', false)
      return there.open()
    },
    published: () => {
      const { pubkey } = sign(ourKey, { kind: 1, created_at: 0, tags: [], content: '' })
      const all = [...first().events.values()]
      return all.filter((event) => event.kind === kinds.note && event.pubkey === pubkey).map(seen)
    },
    speak(text, about) {
      const { pubkey } = sign(ourKey, { kind: 1, created_at: 0, tags: [], content: '' })
      const parent = about ? first().events.get(about) : undefined
      const root = parent ? (parentsOf(parent).root ?? parent.id) : undefined
      const above = parent && root !== parent.id ? [['e', parent.id, '', 'reply']] : []
      const thread = root ? [['e', root, '', 'root'], ...above] : []
      return happen({ content: text, tags: [...thread, ['p', pubkey]] }).id
    },
    appear: (text) => void happen({ content: text, tags: [['t', 'menuiserie']] }),
    like(remoteId) {
      const key = String(people++).padStart(64, '3')
      happen({ kind: kinds.reaction, content: '+', tags: [['e', remoteId]] }, key)
    },
  }
}

/** The addresses of its pictures are no words of a note. */
function seen(event: Event): SeenPost {
  const metas = event.tags.filter(([name]) => name === 'imeta')
  const parts = (name: string) =>
    metas.flatMap((meta) => {
      const part = meta.find((one) => one.startsWith(`${name} `))
      return part ? [part.slice(name.length + 1)] : []
    })
  const text = parts('url')
    .reduce((words, url) => words.replace(url, ''), event.content)
    .trimEnd()
  const { parent } = parentsOf(event)
  const alts = parts('alt')
  return { remoteId: event.id, text, alts, ...(parent ? { replyTo: parent } : {}) }
}
