/**
 * The feed that a web page announces: `<link rel="alternate" type="application/rss+xml" href="…">`
 * (rssboard.org/rss-autodiscovery, read 2026-11-22), the first one, as browsers did.
 */
export function findFeedLink(html: string, pageUrl: string): string | null {
  const base = addressIn(/<base\b[^>]*>/i.exec(html)?.[0] ?? '') ?? ''
  for (const [tag] of html.matchAll(/<link\b[^>]*>/gi)) {
    const isAlternate = /\brel\s*=\s*["']?[^"'>]*\balternate\b/i.test(tag)
    const isFeed = /\btype\s*=\s*["']?\s*application\/(rss|atom|rdf)\+xml/i.test(tag)
    const href = addressIn(tag)
    if (!isAlternate || !isFeed || !href) continue
    const url = URL.parse(href, URL.parse(base, pageUrl) ?? pageUrl)
    if (url && /^https?:$/.test(url.protocol)) return url.href
  }
  return null
}

/** What a tag's `href` says. */
export function addressIn(tag: string): string | null {
  const match = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)
  const written = match?.[1] ?? match?.[2] ?? match?.[3]
  return written?.trim().replaceAll('&amp;', '&') ?? null
}
