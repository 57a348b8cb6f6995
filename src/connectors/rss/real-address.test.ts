import { expect, test } from 'vitest'
import { findFeedLink } from './find-feed-link.ts'
import { feedOfPage, realAddress } from './real-address.ts'

const article = 'https://journal.example/a?b=1&c=2'
const wrapped = encodeURIComponent(article)

test.each([
  [`https://www.google.com/url?rct=j&sa=t&url=${wrapped}&ct=ga&usg=x`, article],
  [`https://google.co.uk/url?q=${wrapped}`, article],
  ['https://www.google.com/url?url=javascript:alert(1)', undefined],
  ['https://www.google.com/search?url=https://a.example', undefined],
  [`https://google.evil.example/url?url=${wrapped}`, undefined],
  [article, undefined],
])('%s leads to its article', (link, leads) => expect(realAddress(link)).toBe(leads ?? link))

const id = 'UCabcdefghijklmnopqrstuv'
const feed = 'https://www.youtube.com/feeds/videos.xml'

test.each([
  [`https://www.youtube.com/channel/${id}/videos`, `${feed}?channel_id=${id}`],
  [`https://m.youtube.com/channel/${id}`, `${feed}?channel_id=${id}`],
  ['https://www.youtube.com/playlist?list=PL1', `${feed}?playlist_id=PL1`],
  ['https://www.youtube.com/@atelier', undefined],
  [`https://tube.example/channel/${id}`, undefined],
])('%s is read by its feed', (page, read) => expect(feedOfPage(page)).toBe(read ?? page))

test('a channel’s page by handle announces its feed', () => {
  const html = `<link rel="alternate" type="application/rss+xml" title="RSS" href="${feed}?channel_id=${id}">`
  expect(findFeedLink(html, 'https://www.youtube.com/@atelier')).toBe(`${feed}?channel_id=${id}`)
})
