import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

export const feedUrl = 'https://journal.example/feed.xml'

/** A newspaper with one RSS feed, which answers 304 to who has already read it. */
export function newspaperDouble(clock: Clock): NetworkDouble {
  const items: string[] = []
  return {
    appear(text) {
      const id = items.length + 1
      items.unshift(`<item>
        <title>Brève ${id}</title>
        <link>https://journal.example/breves/${id}</link>
        <guid isPermaLink="false">breve-${id}</guid>
        <pubDate>${clock.now().toUTCString()}</pubDate>
        <description>&lt;p&gt;${text}&lt;/p&gt;</description>
      </item>`)
    },
    fetch: async (address, init = {}) => {
      if (String(address) !== feedUrl) return new Response('', { status: 404 })
      const etag = `"${items.length}"`
      const headers = { etag, 'content-type': 'application/rss+xml; charset=utf-8' }
      const isKnown = init.headers?.['if-none-match'] === etag
      if (isKnown) return new Response(null, { status: 304, headers })
      const channel = `<title>Le Journal</title><language>fr</language>${items.join('')}`
      return new Response(`<rss version="2.0"><channel>${channel}</channel></rss>`, { headers })
    },
  }
}
