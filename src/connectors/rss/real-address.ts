/**
 * Where a link leads in the end: alerts of Google hand over `google.com/url?…&url=<article>` (google.com/alerts, a feed of
 * 2026), under which no two people would see the same page.
 */
export function realAddress(link: string): string {
  const url = URL.parse(link)
  if (!url || !/^(www\.)?google(\.[a-z]{2,3}){1,2}$/.test(url.hostname) || url.pathname !== '/url')
    return link
  const target = URL.parse(url.searchParams.get('url') ?? url.searchParams.get('q') ?? '')
  return target && /^https?:$/.test(target.protocol) ? target.href : link
}

/**
 * The feed of a YouTube channel or playlist whose page names it in its address; its page in Europe may stand behind a
 * question about cookies, where no feed is announced. Pages by handle announce theirs.
 */
export function feedOfPage(address: string): string {
  const url = URL.parse(address)
  if (!url || !/^(www\.|m\.)?youtube\.com$/.test(url.hostname)) return address
  const feed = 'https://www.youtube.com/feeds/videos.xml'
  const [, channel] = /^\/channel\/(UC[\w-]{22})(?:\/|$)/.exec(url.pathname) ?? []
  if (channel) return `${feed}?channel_id=${channel}`
  const list = url.pathname === '/playlist' ? url.searchParams.get('list') : null
  return list ? `${feed}?playlist_id=${encodeURIComponent(list)}` : address
}
