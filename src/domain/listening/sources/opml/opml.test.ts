import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeedsBrought, SourceView } from '../../api.ts'
import { listeningDesk } from '../../testing.ts'
import { readOpml } from './read-opml.ts'

const here = await listeningDesk()
const send = (opml: string) => here.camille.post<FeedsBrought>('/sources/opml', { opml })
const listened = async () => (await here.camille.get<SourceView[]>('/sources')).body

const list = (...outlines: string[]) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mes flux</title></head><body>${outlines.join('')}</body></opml>`
const feed = (url: string, title = '') => `<outline type="rss" title="${title}" xmlUrl="${url}"/>`

describe('a list of feeds', () => {
  test('is listened to whole, folders included, each feed once and by its name', async () => {
    const { status, body } = await send(
      list(
        feed('https://journal.example/feed', 'Le Journal'),
        `<outline text="Bois">${feed('https://www.bois.example/rss?a=1&amp;b=2')}${feed('https://journal.example/feed', 'Encore')}</outline>`,
      ),
    )
    expect([status, body]).toEqual([200, { added: 2, known: 0, wrong: [] }])
    expect((await listened()).map(({ name }) => name).toSorted()).toEqual([
      'Le Journal',
      'bois.example',
    ])
  })

  test('sent again adds what is new, and leaves what is known and what is no web address', async () => {
    await send(list(feed('https://journal.example/feed')))
    const { body } = await send(
      list(feed('journal.example/feed'), feed('https://b.example/f'), feed('javascript:alert(1)')),
    )
    expect(body).toEqual({ added: 1, known: 1, wrong: ['javascript:alert(1)'] })
    expect(await listened()).toHaveLength(2)
  })

  test('leaves out what is not of the public web, and takes an address once whatever its fragment', async () => {
    const { body } = await send(
      list(
        feed('http://169.254.169.254/latest'),
        feed('http://localhost:8080/feed'),
        feed('https://journal.example/z'),
        feed('https://journal.example/z#x'),
      ),
    )
    expect(body).toEqual({
      added: 1,
      known: 0,
      wrong: ['http://169.254.169.254/latest', 'http://localhost:8080/feed'],
    })
    expect(await listened()).toHaveLength(1)
  })

  test('that is none is refused with a sentence, and nothing is listened to', async () => {
    for (const file of ['Bonjour', '<html><a href="x">', list(), '{"opml": 1}']) {
      const { status, body } = await send(file)
      expect([status, body]).toMatchObject([422, { code: 'listening.no_feeds_in_file' }])
    }
    expect(await listened()).toEqual([])
  })

  test('of more than a company may listen to adds none of them', async () => {
    const many = Array.from({ length: 501 }, (_, n) => feed(`https://${n}.example/feed`))
    const { status, body } = await send(list(...many))
    expect([status, body]).toMatchObject([409, { code: 'listening.too_many_sources' }])
    expect(await listened()).toEqual([])
  })
})

test('entities that a file makes for itself are not expanded', () => {
  const bomb = `<!DOCTYPE opml [<!ENTITY a "https://x.example/"><!ENTITY b "&a;&a;&a;">]>${list(feed('&b;'))}`
  expect(readOpml(bomb)).toEqual([{ url: '&b;', name: '' }])
})

test('whatever is in a file, it is read without harm', () => {
  const bits = fc.constantFrom(
    '<opml>',
    '<outline xmlUrl="',
    '"/>',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '"',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string())), (parts) => {
      expect(() => readOpml(parts.join(''))).not.toThrow()
    }),
  )
})
