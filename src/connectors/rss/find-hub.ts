import type { Hub } from '#connectors/_contract/connector.ts'
import { addressIn } from './find-feed-link.ts'

/**
 * The hub that a feed names, and the address under which the hub knows it (w3.org/TR/websub, section 4, read
 * 2026-11-25): the header of the answer first, then the feed itself. A feed that does not say its own address is known
 * by the one it was read at.
 */
export function findHub(header: string, xml: string, url: string): Hub | null {
  const links = [...inHeader(header), ...inFeed(xml)]
  const first = (rel: string) => {
    for (const link of links) {
      const address = link.rels.includes(rel) ? webAddress(link.href, url) : null
      if (address) return address
    }
    return null
  }
  const hub = first('hub')
  return hub ? { hub, topic: first('self') ?? url } : null
}

interface Link {
  href: string
  rels: string[]
}

/** RFC 8288: `<address>; rel="hub self"`, several with commas between. */
function inHeader(header: string): Link[] {
  const links = header.slice(0, 10_000).matchAll(/<([^<>]*)>((?:\s*;[^,;"]*(?:"[^"]*")?)*)/g)
  return [...links].map(([, href = '', parameters = '']) => ({ href, rels: relsIn(parameters) }))
}

/** Links of the feed, which stand before those of its articles. */
function inFeed(xml: string): Link[] {
  const end = xml.search(/<(?:\w+:)?(?:item|entry)\b/)
  const head = (end < 0 ? xml : xml.slice(0, end)).slice(0, 20_000)
  const tags = head
    .replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, '')
    .match(/<(?:\w+:)?link\b[^>]*>/g)
  return (tags ?? []).map((tag) => ({ href: addressIn(tag) ?? '', rels: relsIn(tag) }))
}

function relsIn(parameters: string): string[] {
  const match = /(?:^|[\s;"'])rel\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,>]+))/i.exec(parameters)
  return (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').toLowerCase().split(/\s+/)
}

/** As it is written: the hub compares it letter by letter. */
function webAddress(href: string, base: string): string | null {
  const written = href.trim()
  const url = written === '' ? null : URL.parse(written, base)
  if (!url || !/^https?:$/.test(url.protocol) || url.href.length > 2000) return null
  return URL.canParse(written) ? written : url.href
}
