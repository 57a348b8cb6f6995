import { parseFeed } from '@rowanmanning/feed-parser'
import type { Author, Found } from '#connectors/_contract/connector.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import { realAddress } from './real-address.ts'

type Feed = ReturnType<typeof parseFeed>
type Item = Feed['items'][number]

export interface Reading {
  /** Where the feed is. */
  url: string
  now: Date
}

/** The most articles kept of one feed, the newest ones. */
const maxItems = 2000

/** An article of ten thousand words; beyond, nothing more is learnt. */
const maxText = 60_000

/**
 * The articles of an RSS or Atom feed, newest first, each once, or null when this is no feed. Nothing that
 * a document type declares is read: no entity of its own, no file, no address.
 */
export function readFeed(xml: string, reading: Reading): Found[] | null {
  try {
    const feed = parseFeed(closed(withoutDocumentType(xml)))
    const channel = channelOf(feed, reading.url)
    const dated = feed.items.map((item) => ({ item, at: timeOf(item, reading.now) }))
    const newest = dated.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, maxItems)
    const all = newest.map(({ item, at }) => found(channel, item, at, reading))
    return [...new Map(all.map((one) => [one.remoteId, one])).values()]
  } catch {
    // Not XML, or not a feed: the parser throws for both, and for what it finds too deep.
    return null
  }
}

/** Some documents lack their very last character. */
const closed = (xml: string) => (/<\/[\w:]+\s*$/.test(xml.slice(-60)) ? `${xml}>` : xml)

/** @returns the document without `<!DOCTYPE …>`, its internal subset included */
function withoutDocumentType(xml: string): string {
  const start = xml.search(/<!DOCTYPE/i)
  if (start < 0) return xml
  const subset = /^[^>[]*\[[^]*?\]\s*>/.exec(xml.slice(start))
  const end = subset ? start + subset[0].length : xml.indexOf('>', start) + 1
  return end <= start ? '' : xml.slice(0, start) + xml.slice(end)
}

/** What holds for every article of the feed. */
interface Channel {
  title: string
  url: string | undefined
  language: string | undefined
}

function channelOf(feed: Feed, url: string): Channel {
  const channel = {
    title: htmlToText(feed.title ?? '') || new URL(url).host,
    url: absolute(feed.url, url) ?? undefined,
    language: languageOf(feed.language),
  }
  // The parser (2.1.5) looks for both among all the articles, once for each article: 6 s for 2,500 of them.
  Object.defineProperties(feed, { url: { value: feed.url }, authors: { value: feed.authors } })
  return channel
}

function found(channel: Channel, item: Item, at: Date, { url }: Reading): Found {
  const title = htmlToText(item.title ?? '')
  const words = htmlToText((item.content ?? item.description ?? '').slice(0, maxText))
  const link = realAddress(absolute(item.url, url) ?? absolute(item.id, url) ?? url)
  return {
    remoteId: idOf(item, { title, link, url }),
    url: link,
    author: authorOf(channel, item, url),
    title: title || undefined,
    text: words || title,
    language: channel.language,
    at,
  }
}

/** Ids of their own meaning hold for the whole web; a bare number only within its feed. */
function idOf(item: Item, { title, link, url }: { title: string; link: string; url: string }) {
  const id = item.id?.trim() || (item.url ? link : title)
  return /^[a-z][a-z0-9+.-]*:/i.test(id) ? id : `${url}#${id}`
}

function absolute(address: string | null, base: string): string | null {
  if (!address) return null
  const url = URL.parse(address, base)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}

function authorOf(channel: Channel, item: Item, url: string): Author {
  const [author] = item.authors
  const name = htmlToText(author?.name ?? '') || channel.title
  return {
    remoteId: author?.url ?? `${url}#${name}`,
    handle: new URL(url).host,
    name,
    profileUrl: absolute(author?.url ?? null, url) ?? channel.url,
  }
}

/** An article without a date, or from the future, is of now. */
function timeOf(item: Item, now: Date): Date {
  const said = item.published ?? item.updated
  const isSound = said && !Number.isNaN(said.getTime()) && said.getTime() > 0 && said <= now
  return isSound ? said : now
}

function languageOf(said: string | null): string | undefined {
  try {
    return said ? Intl.getCanonicalLocales(said.replaceAll('_', '-'))[0] : undefined
  } catch {
    return undefined
  }
}
