import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Account, Found, Heard, Hub, Listen, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { fetchFeed, type Validators } from './fetch-feed.ts'
import { findFeedLink } from './find-feed-link.ts'
import { findHub } from './find-hub.ts'
import { readFeed } from './read-feed.ts'
import { feedOfPage } from './real-address.ts'
import { noFeedHere, notAnAddress } from './refusals.ts'

export const listen: Listen = { read }

const cursorSchema = z.object({
  /** The feed itself, when the source is a page that announces one. */
  feed: z.string(),
  etag: z.string().optional(),
  modified: z.string().optional(),
  /** What was handed over, as short hashes, newest last. */
  seen: z.array(z.string()),
})

type Cursor = z.infer<typeof cursorSchema>

/** How many ids are remembered beyond those of the feed as it is now. */
const remembered = 2000

async function read(
  tools: Tools,
  _account: Account | null,
  source: Record<string, unknown>,
  cursorText: string | null,
): Promise<Outcome<Heard>> {
  const cursor = readCursor(cursorText)
  const address = feedAddress(source['url'])
  if (!address) return rejected('url', notAnAddress)
  const fetched = await fetchAnnounced(tools, cursor?.feed ?? address, cursor)
  if (!fetched.ok) return failed(soften(fetched.failure, cursor))
  if (fetched.value === 'unchanged') return done({ items: [] })
  const { url, found, hub, etag, modified } = fetched.value
  const seen = new Set(cursor?.seen)
  const items = found.filter((item) => !seen.has(shortHash(item.remoteId)))
  const next: Cursor = {
    feed: url,
    etag,
    modified,
    seen: remember(cursor?.seen ?? [], found),
  }
  return done({ items: items.toSorted(byTime), cursor: JSON.stringify(next), hub })
}

const byTime = (a: Found, b: Found) => a.at.getTime() - b.at.getTime()

function readCursor(text: string | null): Cursor | null {
  try {
    return text === null ? null : cursorSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** `atelier-morel.fr/feed` as a person types it becomes https; `feed:` is what some browsers make of it. */
function feedAddress(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.trim() === '') return null
  const words = typed
    .trim()
    .replace(/^feed:(\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://')
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`)
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? feedOfPage(url.href) : null
}

interface ReadFeed extends Validators {
  url: string
  found: Found[]
  hub: Hub | null
}

/** The feed at an address, or the one that the page there announces. */
async function fetchAnnounced(
  tools: Tools,
  address: string,
  since: Validators | null,
): Promise<Outcome<ReadFeed | 'unchanged'>> {
  let url = address
  for (const isPage of [false, true]) {
    const fetched = await fetchFeed(tools, url, isPage ? null : since)
    if (!fetched.ok || fetched.value === 'unchanged') return fetched as Outcome<'unchanged'>
    const { text, link, etag, modified } = fetched.value
    const found = readFeed(text, { url: fetched.value.url, now: tools.clock.now() })
    if (found) {
      const hub = findHub(link, text, fetched.value.url)
      return done({ url, found, hub, etag, modified })
    }
    const announced = isPage ? null : findFeedLink(text, fetched.value.url)
    if (!announced) break
    url = announced
  }
  return rejected('url', noFeedHere)
}

/** A feed that was read before and is unreadable today will be read another day. */
function soften(failure: Failure, cursor: Cursor | null): Failure {
  if (failure.kind !== 'rejected' || !cursor || /^4\d\d/.test(failure.detail)) return failure
  return { kind: 'transient', detail: failure.detail }
}

function remember(before: string[], found: Found[]): string[] {
  const now = found.map((item) => shortHash(item.remoteId))
  const gone = before.filter((id) => !now.includes(id))
  return [...gone.slice(-remembered), ...now]
}

/** 66 bits: among ten thousand ids, one chance in 10^12 of taking one for another. */
const shortHash = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 11)
