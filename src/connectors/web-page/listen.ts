import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Account, Found, Heard, Listen, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { fetchPage } from './fetch-page.ts'
import { type ReadPage, readPage } from './read-page.ts'
import { keptOut, notAnAddress, nothingToRead } from './refusals.ts'
import { mayRead } from './robots.ts'

/** Somebody’s page, not a service made to be asked: twice an hour at most. */
export const listen: Listen = { read, watches: true, everyMs: 30 * 60_000 }

const cursorSchema = z.object({
  etag: z.string().optional(),
  modified: z.string().optional(),
  /** When its robots.txt let us in; milliseconds. */
  allowedAt: z.number(),
  /** What was on the page, as short hashes, newest last. */
  seen: z.array(z.string()),
})

/** RFC 9309, section 2.4: a robots.txt is not held on to for longer than a day. */
const day = 24 * 3_600_000
/** How much is remembered of what the page no longer shows. */
const remembered = 2_000

/** Links and paragraphs that were not on the page before, those lower on it first. At first, all of them. */
async function read(
  tools: Tools,
  _account: Account | null,
  source: Record<string, unknown>,
  cursorText: string | null,
): Promise<Outcome<Heard>> {
  const address = addressIn(source['url'])
  if (!address) return rejected('url', notAnAddress)
  const cursor = readCursor(cursorText)
  const now = tools.clock.now().getTime()
  let allowedAt = cursor?.allowedAt ?? 0
  if (now - allowedAt >= day) {
    const may = await mayRead(tools, address)
    if (!may.ok) return may
    if (!may.value) return rejected('url', keptOut)
    allowedAt = now
  }
  const fetched = await fetchPage(tools, address, cursor)
  if (!fetched.ok) return fetched
  if (fetched.value === 'unchanged') return done({ items: [] })
  const { url, html, etag, modified } = fetched.value
  const page = readPage(html, url)
  const isEmpty = page.links.length === 0 && page.paragraphs.length === 0
  if (isEmpty && !cursor) return rejected('url', nothingToRead)
  const before = cursor?.seen ?? []
  const [links, paragraphs] = [page.links.map(({ url }) => url), page.paragraphs].map((all) =>
    all.map(shortHash),
  )
  const shown = [...(links ?? []), ...(paragraphs ?? [])]
  const kept = new Set(shown)
  const seen = [...before.filter((one) => !kept.has(one)).slice(-remembered), ...shown]
  return done({
    items: newIn(page, new Set(before), { url, at: new Date(now), isFirst: cursor === null }),
    cursor: JSON.stringify({ etag, modified, allowedAt, seen }),
  })
}

interface Where {
  url: string
  at: Date
  isFirst: boolean
}

/** A link is an item of its own; what changed in the text of the page is one together. */
function newIn(page: ReadPage, before: ReadonlySet<string>, { url, at, isFirst }: Where): Found[] {
  const host = new URL(url).host
  const author = { remoteId: host, handle: host, name: page.title || host, profileUrl: url }
  const common = { author, at, ...(page.language ? { language: page.language } : {}) }
  const links = page.links
    .filter((link) => !before.has(shortHash(link.url)))
    .map((link): Found => {
      const { url: remoteId, title, around } = link
      return { ...common, remoteId, url: remoteId, title, text: around }
    })
  const changed = page.paragraphs.filter((text) => !before.has(shortHash(text)))
  if (changed.length === 0) return links.toReversed()
  const text = changed.join('\n\n')
  const change = shortHash(text)
  const item: Found = {
    ...common,
    remoteId: `${url}#${change}`,
    // Each change has an address of its own, or the second would be taken for the first.
    url: isFirst ? url : `${url.replace(/#.*$/, '')}#change-${at.getTime()}`,
    ...(page.title ? { title: page.title } : {}),
    text,
  }
  return [item, ...links.toReversed()]
}

function addressIn(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.trim() === '') return null
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`)
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.href : null
}

function readCursor(text: string | null): z.infer<typeof cursorSchema> | null {
  try {
    return text === null ? null : cursorSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const shortHash = (text: string) =>
  createHash('sha256').update(text).digest('base64url').slice(0, 11)
