import { describe, expect, test } from 'vitest'
import { value } from '#connectors/_contract/suite/desk.ts'
import { findHub } from './find-hub.ts'
import { feed, item, web } from './testing.ts'

describe('the hub that a feed names', () => {
  const url = 'https://leprogres.example/rss'
  const hubIn = async (head: string, link = '', items = item('Bois')) => {
    const headers = { 'content-type': 'application/rss+xml', ...(link ? { link } : {}) }
    const { read } = web({
      [url]: new Response(feed(items, `<title>P</title>${head}`), { headers }),
    })
    return value(await read(url)).hub
  }
  const atom = (rel: string, href: string) => `<atom10:link rel='${rel}' href="${href}" />`

  test('is read in the header first, with the address that it knows the feed by', async () => {
    const link =
      '<https://hub.example/>; rel="hub", <https://leprogres.example/a?b=1,2>; title="x, y"; rel=self'
    const inFeed = atom('hub', 'https://other.example/') + atom('self', 'https://other.example/rss')
    expect(await hubIn(inFeed, link)).toEqual({
      hub: 'https://hub.example/',
      topic: 'https://leprogres.example/a?b=1,2',
    })
  })

  test.each([
    [atom('hub', 'https://hub.example'), { hub: 'https://hub.example', topic: url }],
    [
      `${atom('self', '/flux?a=1&amp;b=2')}<link rel="alternate HUB" href="https://hub.example/h"/>`,
      { hub: 'https://hub.example/h', topic: 'https://leprogres.example/flux?a=1&b=2' },
    ],
    [`<!-- ${atom('hub', 'https://hub.example')} --><link>https://leprogres.example</link>`, null],
    [atom('hub', 'javascript:alert(1)'), null],
    [atom('hub', ''), null],
    ['', null],
  ])('else in the feed: %s', async (head, hub) => expect(await hubIn(head)).toEqual(hub))

  test('is never read in an article, which anybody may have written', async () => {
    expect(await hubIn('', '', item('x', atom('hub', 'https://evil.example')))).toBeNull()
  })

  test('is not said to be gone when the feed has not changed', async () => {
    const { read } = web({ [url]: new Response(null, { status: 304 }) })
    expect(value(await read(url, JSON.stringify({ feed: url, seen: [] }))).hub).toBeUndefined()
  })

  test('a header or a feed made to be slow is not', () => {
    const began = performance.now()
    for (const words of ['<!--<link ', '<atom:link ', '<![CDATA[', '<a>; ; ', '<', '<a:']) {
      expect(findHub(words.repeat(50_000), words.repeat(50_000), url)).toBeNull()
    }
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
