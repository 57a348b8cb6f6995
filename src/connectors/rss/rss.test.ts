import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import { decode } from './decode.ts'
import { readFeed } from './read-feed.ts'
import { feed, item, now, web } from './testing.ts'

describe('what is read of a feed', () => {
  test('an article comes as text, with its address, author, language and time', async () => {
    const { read } = web({
      'https://leprogres.example/rss': new Response(
        feed(
          item(
            'Le bois d&#8217;ici',
            `<link>/economie/bois</link><guid>42</guid>
            <pubDate>Sun, 01 Mar 2026 18:00:00 +0100</pubDate><author>Claire Petit</author>
            <description>&lt;p&gt;L’atelier &lt;b&gt;Morel&lt;/b&gt;&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description>`,
          ),
        ),
      ),
    })
    const [article] = value(await read('https://leprogres.example/rss')).items
    expect(article).toMatchObject({
      remoteId: 'https://leprogres.example/rss#42',
      url: 'https://leprogres.example/economie/bois',
      title: 'Le bois d’ici',
      text: 'L’atelier Morel',
      language: 'fr',
      at: new Date('2026-03-01T18:00:00+01:00'),
      author: { name: 'Claire Petit', handle: 'leprogres.example' },
    })
  })

  test('an article without a date, or dated tomorrow, is of now', async () => {
    const items =
      item('Sans date', '<guid>1</guid>') +
      item('De demain', '<guid>2</guid><pubDate>Tue, 03 Mar 2026 18:00:00 +0100</pubDate>')
    const { read } = web({ 'https://a.example/rss': new Response(feed(items)) })
    for (const article of value(await read('https://a.example/rss')).items) {
      expect(article.at).toEqual(now)
    }
  })

  test('an Atom feed in Latin-1 keeps its accents', async () => {
    const xml = `<?xml version="1.0" encoding="iso-8859-1"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Été</title>
      <entry><id>urn:1</id><title>Chêne coupé</title><updated>2026-03-01T10:00:00Z</updated></entry></feed>`
    const { read } = web({
      'https://a.example/atom': new Response(Uint8Array.from(Buffer.from(xml, 'latin1'))),
    })
    expect(value(await read('https://a.example/atom')).items).toMatchObject([
      { remoteId: 'urn:1', title: 'Chêne coupé' },
    ])
  })

  test('the newest two thousand are kept of a feed without end', () => {
    const many = Array.from({ length: 2500 }, (_, n) => {
      const date = new Date(now.getTime() - (2500 - n) * 60_000).toUTCString()
      return item(`n${n}`, `<guid>${n}</guid><pubDate>${date}</pubDate>`)
    })
    const found = readFeed(feed(many.join('')), { url: 'https://a.example/', now })
    expect(found).toHaveLength(2000)
    expect(found?.[0]?.title).toBe('n2499')
  })
})

describe('reading again', () => {
  test('asks for what changed only, and an unchanged feed costs nothing', async () => {
    const headers = { etag: '"v1"', 'last-modified': 'Mon, 02 Mar 2026 07:00:00 GMT' }
    let version = new Response(feed(item('Un', '<guid>1</guid>')), { headers })
    const { read, asked } = web({ 'https://a.example/rss': () => version })
    const { cursor = null } = value(await read('https://a.example/rss'))
    version = new Response(null, { status: 304 })
    const again = value(await read('https://a.example/rss', cursor))
    expect(again).toEqual({ items: [] })
    expect(asked[1]?.init.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Mon, 02 Mar 2026 07:00:00 GMT',
    })
  })

  test('an article that leaves the feed and comes back is not found twice', async () => {
    let shown = item('Un', '<guid>1</guid>') + item('Deux', '<guid>2</guid>')
    const { read } = web({ 'https://a.example/rss': () => new Response(feed(shown)) })
    let { cursor = null } = value(await read('https://a.example/rss'))
    for (const next of [item('Deux', '<guid>2</guid>'), shown]) {
      shown = next
      const page = value(await read('https://a.example/rss', cursor))
      expect(page.items).toEqual([])
      cursor = page.cursor ?? cursor
    }
  })

  test('a feed that is broken today, after it was read, is read another day', async () => {
    let shown = feed(item('Un', '<guid>1</guid>'))
    const { read } = web({ 'https://a.example/rss': () => new Response(shown) })
    const { cursor = null } = value(await read('https://a.example/rss'))
    shown = '<html><body>Maintenance</body></html>'
    expect(failure(await read('https://a.example/rss', cursor)).kind).toBe('transient')
    expect(failure(await read('https://a.example/rss')).kind).toBe('rejected')
  })
})

describe('what a person may give', () => {
  test('a page that announces a feed leads to it, then to it alone', async () => {
    const page = `<!doctype html><head><base href="/blog/">
      <link rel="stylesheet" type="text/css" href="style.css">
      <link href='rss.xml?a=1&amp;b=2' title="RSS" type="application/rss+xml" rel="alternate"></head>`
    const { read, asked } = web({
      'https://a.example/': new Response(page, { headers: { 'content-type': 'text/html' } }),
      'https://a.example/blog/rss.xml?a=1&b=2': new Response(feed(item('Un', '<guid>1</guid>'))),
    })
    const { items, cursor = null } = value(await read('a.example'))
    expect(items).toHaveLength(1)
    await read('a.example', cursor)
    expect(asked.map(({ url }) => url)).toEqual([
      'https://a.example/',
      'https://a.example/blog/rss.xml?a=1&b=2',
      'https://a.example/blog/rss.xml?a=1&b=2',
    ])
  })

  test('a feed over plain http is allowed, and only that', async () => {
    const { read, asked } = web({ 'http://a.example/rss': new Response(feed('')) })
    value(await read('feed:http://a.example/rss'))
    expect(asked[0]?.init).toMatchObject({ allowHttp: true })
    for (const address of ['file:///etc/passwd', 'javascript:alert(1)', '', 42, 'https://']) {
      expect(failure(await read(address))).toMatchObject({ kind: 'rejected', field: 'url' })
    }
  })

  test('what is closed, gone, private or too large gets a sentence', async () => {
    const { read } = web({
      'https://closed.example/': new Response('', { status: 403 }),
      'https://gone.example/': new Response('', { status: 410 }),
      'https://page.example/': new Response('<html><p>Bonjour</p></html>'),
      'https://large.example/': new FetchFailure('too-large', 'more than 5000000 bytes', true),
      'https://lan.example/': new FetchFailure('private-address', 'lan.example', false),
    })
    for (const name of ['closed', 'gone', 'page', 'large', 'lan']) {
      const failed = failure(await read(`https://${name}.example/`))
      expect(failed.kind === 'rejected' && failed.reason.fr, name).toMatch(/[a-z]/)
    }
  })
})

describe('hostile documents', () => {
  const read = (xml: string) => readFeed(xml, { url: 'https://a.example/rss', now })

  test('a file named by an entity is not read', () => {
    const xml = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${feed(item('&x;', '<guid>1</guid>'))}`
    expect(JSON.stringify(read(xml))).not.toContain('root:')
  })

  test('a billion laughs are not laughed', () => {
    const lol = Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};&l${n};">`)
    const subset = `<!ENTITY l0 "lol">${lol.join('')}`
    const xml = `<!DOCTYPE rss [${subset}]>${feed(item('&l20;', '<guid>1</guid>'))}`
    const began = performance.now()
    expect(JSON.stringify(read(xml)).length).toBeLessThan(1000)
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test.each([
    ['nothing', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0'],
    ['JSON', '{"items": []}'],
    ['a document type without end', '<!DOCTYPE rss [ <!ENTITY'],
    ['elements a hundred thousand deep', `<rss><channel>${'<a>'.repeat(100_000)}`],
    ['an element that never ends', `<rss><channel><item ${'a="b" '.repeat(1000)}`],
  ])('%s is no feed, and does no harm', (_, xml) => {
    expect(read(xml) ?? []).toEqual([])
  })

  test('brackets without end in a description are text', () => {
    const html = '&lt;'.repeat(20_000)
    const began = performance.now()
    read(feed(item('Un', `<description>${html}</description>`)))
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

test.each([
  ['utf-8 by its mark', Buffer.from('\ufeff<a>é</a>', 'utf8'), 'text/xml; charset=iso-8859-1'],
  ['utf-16 by its mark', Buffer.from('\ufeff<a>é</a>', 'utf16le'), ''],
  ['utf-16 without a mark', Buffer.from('<a>é</a>', 'utf16le'), ''],
  ['latin-1 by its header', Buffer.from('<a>é</a>', 'latin1'), 'text/xml; charset="ISO-8859-1"'],
  ['latin-1 that calls itself utf-8', Buffer.from('<a>é</a>', 'latin1'), 'text/xml; charset=utf-8'],
  ['an unknown name', Buffer.from('<a>é</a>', 'utf8'), 'text/xml; charset=martian'],
])('%s is read', (_, bytes, contentType) => {
  expect(decode(bytes, contentType)).toContain('<a>é</a>')
})

const folder = sharedData('conformance', 'feedparser/tests')

describe.skipIf(!folder)('the feeds of the feedparser project', () => {
  test('all but a few are read, and none throws', () => {
    const tally = new Map<string, { read: number; all: number }>()
    for (const file of xmlFiles(folder ?? '')) {
      const bytes = readFileSync(path.join(folder ?? '', file))
      const xml = decode(bytes, '')
      // Without a channel there is nothing in an RSS document to read.
      const isFeed = /<(\w+:)?(channel|feed)[\s>]/.test(xml) && !xml.includes('<CHANNEL')
      if (!isFeed) continue
      const kind = file.split(path.sep).slice(0, 1).join('/')
      const count = tally.get(kind) ?? { read: 0, all: 0 }
      count.all++
      if (readFeed(xml, { url: 'https://a.example/feed', now })) count.read++
      tally.set(kind, count)
    }
    const lines = [...tally].map(([kind, { read, all }]) => `${kind} ${read}/${all}`)
    process.stderr.write(`feeds read: ${lines.join(', ')}\n`)
    const well = tally.get('wellformed') ?? { read: 0, all: 1 }
    expect(well.read / well.all).toBeGreaterThan(0.97)
  })
})

const xmlFiles = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xml'))
