import type { Found, StreamBatch } from '#connectors/_contract/connector.ts'
import { postUrl, profileUrl } from './account.ts'
import { picturesIn } from './post-view.ts'
import { type JetstreamEvent, postCollection, readEvent } from './jetstream-event.ts'

/** An event of the future would have us skip all that comes before it: clocks differ by less than this. */
const AHEAD_US = 10 * 60_000_000

/** What one bunch of messages says, and the place after it in microseconds since 1970. */
export interface Bunch {
  batch: StreamBatch
  firstUs: number | null
  lastUs: number | null
}

/** Reads messages in their order. What is no event, or none that can be, is counted and left out. */
export function readBunch(messages: readonly string[], now: Date): Bunch {
  const gone = { posts: [] as string[], authors: [] as string[] }
  const batch = { items: [] as Found[], changed: [] as Found[], gone, skipped: 0 }
  let firstUs: number | null = null
  let lastUs: number | null = null
  for (const message of messages) {
    const event = readEvent(message)
    if (!event || event.time_us > now.getTime() * 1000 + AHEAD_US) {
      batch.skipped++
      continue
    }
    firstUs ??= event.time_us
    lastUs = Math.max(lastUs ?? 0, event.time_us)
    note(event, batch)
  }
  const newestAt = lastUs === null ? {} : { newestAt: new Date(lastUs / 1000) }
  return { batch: { ...batch, ...newestAt }, firstUs, lastUs }
}

type Notes = Required<Pick<StreamBatch, 'items' | 'changed' | 'gone'>>

function note(event: JetstreamEvent, { items, changed, gone }: Notes): void {
  if (event.kind === 'account') {
    // Deactivated or suspended, an account may come back, and what it said with it.
    if (!event.account.active && event.account.status === 'deleted') gone.authors.push(event.did)
    return
  }
  if (event.kind !== 'commit' || event.commit.collection !== postCollection) return
  const { did, commit } = event
  const remoteId = `at://${did}/${postCollection}/${commit.rkey}`
  if (commit.operation === 'delete') {
    // Made and deleted within one bunch: it was never there.
    for (const list of [items, changed]) {
      const at = list.findIndex((item) => item.remoteId === remoteId)
      if (at >= 0) list.splice(at, 1)
    }
    gone.posts.push(remoteId)
    return
  }
  const found: Found = {
    remoteId,
    url: postUrl(did, commit.rkey),
    // Jetstream names nobody: `complete` does, for what is kept.
    author: { remoteId: did, handle: did, name: did, profileUrl: profileUrl(did) },
    text: commit.record.text,
    language: commit.record.langs?.[0],
    images: picturesIn(commit.record),
    at: new Date(event.time_us / 1000),
  }
  if (commit.operation === 'create') items.push(found)
  else changed.push(found)
}
