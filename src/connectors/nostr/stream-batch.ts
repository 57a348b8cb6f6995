import { setImmediate as breathe } from 'node:timers/promises'
import type { Found, Gone, StreamBatch } from '#connectors/_contract/connector.ts'
import { type Event, isAuthentic, kinds, secondsOf, tagged } from './event.ts'
import { foundOf } from './found.ts'

/** Clocks differ: what claims to be later than this would have us skip all that comes before it. */
const aheadSeconds = 900

/** So many events are known again when another relay tells them. */
const mostSeen = 20_000

/** A signature takes more than a millisecond to check: after so many, the rest of the desk has its turn. */
const inOneBreath = 20

/** Makes one story of what several relays tell. */
export interface Reader {
  /** Notes and deletions that nobody told before, signed by their authors; the rest is counted or left out. */
  read(
    events: readonly Event[],
    now: Date,
  ): Promise<Required<Pick<StreamBatch, 'items' | 'gone' | 'skipped'>>>
}

/** @param tags hashtags one of which a note must bear; none: any note is wanted */
export function createReader(tags: readonly string[]): Reader {
  const wanted = new Set(tags)
  const seen = new Set<string>()

  function isNew(id: string): boolean {
    if (seen.has(id)) return false
    seen.add(id)
    const [oldest] = seen
    if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest)
    return true
  }

  return {
    async read(events, now) {
      const items = new Map<string, Found>()
      const gone: Required<Gone> = { posts: [], authors: [], claimed: [] }
      let skipped = 0
      let checked = 0
      const ahead = secondsOf(now) + aheadSeconds
      for (const event of events.toSorted((a, b) => a.created_at - b.created_at)) {
        const isNote = event.kind === kinds.note
        if (!isNote && event.kind !== kinds.deletion) continue
        if (isNote && wanted.size > 0 && !bears(event, wanted)) continue
        if (seen.has(event.id)) continue
        if (++checked % inOneBreath === 0) await breathe()
        // Whoever gives a false event a true name must not keep the true one from being heard.
        if (event.created_at > ahead || !isAuthentic(event)) {
          skipped++
          continue
        }
        if (!isNew(event.id)) continue
        if (isNote) {
          items.set(event.id, foundOf(event))
          continue
        }
        for (const post of tagged(event, 'e')) {
          if (items.get(post)?.author?.remoteId === event.pubkey) items.delete(post)
          gone.claimed.push({ author: event.pubkey, post })
        }
      }
      return { items: [...items.values()], gone, skipped }
    },
  }
}

const bears = (event: Event, wanted: ReadonlySet<string>) =>
  tagged(event, 't').some((tag) => wanted.has(tag.toLowerCase()))
