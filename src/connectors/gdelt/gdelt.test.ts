import { describe, expect, test } from 'vitest'
import type { FetchInit, Tools } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { fixedClock } from '#platform/clock.ts'
import { silentLog } from '#platform/log.ts'
import { articleOf, stampOf } from './double.ts'
import gdelt from './index.ts'
import { queryFor } from './search.ts'

const now = new Date('2026-11-26T09:00:00Z')

/** The search, answering this to each request. */
function search(answer: (query: string) => Response) {
  const asked: { url: URL; init: FetchInit }[] = []
  const clock = fixedClock(now)
  const tools: Tools = {
    clock,
    log: silentLog,
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      asked.push({ url, init })
      return answer(url.searchParams.get('query') ?? '')
    },
  }
  const read = (terms: string[], cursor: string | null = null) => {
    if (!gdelt.listen) throw new Error('GDELT does less than it did')
    return gdelt.listen.read(tools, null, { terms }, cursor)
  }
  const queries = () => asked.map(({ url }) => url.searchParams.get('query'))
  return { asked, queries, read, clock }
}

const found = (...articles: unknown[]) => Response.json({ articles })
const nothing = () => Response.json({})

/** GDELT speaks in text/html, with status 200, when it will not answer. */
const says = (words: string, status = 200) =>
  new Response(words, { status, headers: { 'content-type': 'text/html' } })

describe('what is asked', () => {
  test('is what GDELT documents, at the pace that it asks for', async () => {
    const { asked, read } = search(nothing)
    value(await read(['Atelier "Morel"']))
    const [{ url, init } = expect.fail('nothing was asked')] = asked
    expect(`${url.origin}${url.pathname}`).toBe('https://api.gdeltproject.org/api/v2/doc/doc')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      query: '"Atelier Morel"',
      mode: 'artlist',
      format: 'json',
      sort: 'datedesc',
      maxrecords: '250',
      timespan: '1w',
    })
    expect(init.gapMs).toBeGreaterThan(5_000)
  })

  test('goes on from the place reached, by the instants of UTC', async () => {
    const { asked, read } = search(() => found(articleOf()))
    const { cursor = null } = value(await read(['morel']))
    value(await read(['morel'], cursor))
    const { timespan, startdatetime, enddatetime } = Object.fromEntries(
      asked.at(-1)?.url.searchParams ?? [],
    )
    expect([timespan, startdatetime, enddatetime]).toEqual([
      undefined,
      '20261126064500',
      '20261126090000',
    ])
  })

  test.each([
    ['morel', 'morel'],
    ['chêne massif', '"chêne massif"'],
    ['morel.fr', '"morel.fr"'],
    ['(morel)', 'morel'],
    ['ab', null],
    ['"ab"', null],
    ['x'.repeat(201), null],
  ])('“%s” is searched as %s', (term, query) => expect(queryFor(term)).toBe(query))

  test('is six searches at most, those first that waited longest', async () => {
    const { queries, read } = search(nothing)
    const terms = Array.from({ length: 8 }, (_, n) => `menuiserie${n}`)
    const { cursor = null } = value(await read(terms))
    expect(queries()).toEqual(terms.slice(0, 6))
    value(await read(terms, cursor))
    expect(queries().slice(6)).toEqual([...terms.slice(6), ...terms.slice(0, 4)])
  })

  test('stops before the lease of the reading is over', async () => {
    const { queries, read, clock } = search(() => {
      clock.advance(40_000)
      return nothing()
    })
    value(await read(['morel', 'menuiserie', 'chêne']))
    expect(queries()).toEqual(['morel', 'menuiserie'])
  })
})

test('an article is its title, and the words that it is said to hold', async () => {
  const { read } = search(() => found(articleOf({ title: 'Morel &amp; fils\topens' })))
  expect(value(await read(['atelier', 'chêne massif'])).items).toEqual([
    {
      remoteId: 'https://www.journal.example/une',
      url: 'https://www.journal.example/une',
      author: {
        remoteId: 'journal.example',
        handle: 'journal.example',
        name: 'journal.example',
        profileUrl: 'https://www.journal.example',
      },
      title: 'Morel & fils opens',
      text: 'Morel & fils opens',
      holds: ['atelier', 'chêne massif'],
      language: 'fr',
      at: new Date('2026-11-26T08:45:00Z'),
    },
  ])
})

describe('nonsense', () => {
  test('is left out article by article: no date, one of the future, no web address, no title', async () => {
    const { read } = search(() =>
      found(
        articleOf({ url: 'https://a.example/1', seendate: 'hier' }),
        articleOf({ url: 'https://a.example/2', seendate: '20260230T080000Z' }),
        articleOf({ url: 'https://a.example/3', seendate: '29991126T084500Z' }),
        articleOf({ url: 'javascript:alert(1)' }),
        articleOf({ url: 'file:///etc/passwd' }),
        articleOf({ url: 'https://a.example/4', title: ' ' }),
        null,
        articleOf({ url: 'https://a.example/5', language: 'Klingon' }),
      ),
    )
    const { items } = value(await read(['morel']))
    expect(items.map(({ url, language }) => [url, language])).toEqual([
      ['https://a.example/5', undefined],
    ])
  })

  test.each([
    ['a page', () => says('<!DOCTYPE html><html><title>Sorry')],
    ['half of an answer', () => says('{"articles": [{"url": "https://a.exam')],
    ['a list', () => says('[]')],
    ['articles that are none', () => found(1, 'deux', {})],
    ['a sentence that is not known', () => says('The service is resting.')],
  ])('of %s is a silence, and loses no place', async (_, answer) => {
    let isWell = true
    const { read } = search(() => (isWell ? found(articleOf()) : answer()))
    const { cursor = null } = value(await read(['morel']))
    isWell = false
    expect(failure(await read(['morel'], cursor)).kind).toBe('transient')
    isWell = true
    expect(value(await read(['morel'], cursor)).items).toEqual([])
  })

  test('within a title, bare tabs and backslashes, is mended', async () => {
    const { read } = search(() =>
      says(
        JSON.stringify({ articles: [articleOf({ title: 'AAA' })] }).replace('AAA', 'C:\\Morel\t!'),
      ),
    )
    expect(value(await read(['morel'])).items[0]?.title).toBe(String.raw`C:\Morel !`)
  })
})

describe('a refusal', () => {
  test.each([
    'The specified phrase is too short.',
    'One or more of your keywords were too short, too long or too common: (le)',
    'Your query was too short or too long.',
    'One or more of your keywords contained an illegal character.',
  ])('“%s” is told, and the other words are searched all the same', async (words) => {
    const { read, queries, clock } = search((query) =>
      query === 'menuiserie' ? says(words) : found(articleOf()),
    )
    const page = value(await read(['menuiserie', 'morel']))
    expect(page.items).toHaveLength(1)
    expect(page.trouble?.en).toContain('“menuiserie”')
    expect(page.trouble?.fr).toContain('« menuiserie »')
    const { cursor = null } = page
    // It is told as long as it holds, and asked again some hours later.
    expect(value(await read(['menuiserie', 'morel'], cursor)).trouble).toBeDefined()
    expect(queries().slice(2)).toEqual(['morel'])
    clock.advance(7 * 3_600_000)
    value(await read(['menuiserie', 'morel'], cursor))
    expect(queries().slice(3)).toContain('menuiserie')
  })

  test('of words that are known to be too short is not even asked for', async () => {
    const { read, queries } = search(nothing)
    const { items, trouble } = value(await read(['le', 'la', 'un', 'de']))
    expect([items, queries()]).toEqual([[], []])
    expect(trouble?.en).toContain('“le”, “la”, “un” and 1 more')
  })

  test.each([200, 429])(
    'to be asked so fast, with status %i, is a wish to wait',
    async (status) => {
      const { read } = search(() =>
        says('Please limit requests to one every 5 seconds or contact us.', status),
      )
      const failed = failure(await read(['morel', 'menuiserie']))
      expect(failed).toMatchObject({ kind: 'rate', until: new Date('2026-11-26T09:15:00Z') })
    },
  )
})

describe('one search that fails', () => {
  test('loses nothing of the others, and has its turn again', async () => {
    let isWell = false
    const { read, queries } = search((query) =>
      query === 'morel' && !isWell
        ? says('', 503)
        : found(articleOf({ url: `https://a.example/${query}` })),
    )
    const page = value(await read(['morel', 'menuiserie']))
    expect(page.items).toHaveLength(1)
    isWell = true
    const again = value(await read(['morel', 'menuiserie'], page.cursor ?? null))
    expect(again.items.map(({ url }) => url)).toEqual(['https://a.example/morel'])
    expect(queries()).toHaveLength(4)
  })

  test('is the whole reading when the next fails too', async () => {
    const { read, queries } = search(() => says('', 503))
    expect(failure(await read(['morel', 'menuiserie', 'chêne'])).kind).toBe('transient')
    expect(queries()).toEqual(['morel', 'menuiserie'])
  })
})

test('a quarter of an hour in which more is written than an answer holds is passed', async () => {
  const seendate = stampOf(new Date('2026-11-26T08:45:00Z'))
  const full = Array.from({ length: 250 }, (_, n) =>
    articleOf({ url: `https://a.example/${n}`, seendate }),
  )
  const { asked, read } = search(() => found(...full))
  const { items, cursor = null } = value(await read(['morel']))
  expect(items).toHaveLength(250)
  expect(asked[1]?.url.searchParams.get('enddatetime')).toBe('20261126084500')
  value(await read(['morel'], cursor))
  expect(asked[2]?.url.searchParams.get('enddatetime')).toBe('20261126084459')
})
