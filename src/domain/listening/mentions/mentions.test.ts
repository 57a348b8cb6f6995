import { describe, expect, test } from 'vitest'
import type { MentionView } from './api.ts'
import type { QueryView } from '../saved-queries/api.ts'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const here = await listeningDesk()
const { press, clock, settle, save, listenTo, mentions, theSource, told } = here

describe('a saved query over a feed', () => {
  test('finds a mention as it comes, and keeps nothing else', async () => {
    const query = await save('"atelier morel" -football', 'Notre nom')
    const source = await listenTo()
    press.says.push(
      said('Une visite à l’Atelier Morel, rue des Tables.', {
        title: 'Meubles : l’Atelier Morel ouvre',
      }),
      said('Morel marque deux fois pour l’atelier du football'),
      said('Rien à voir'),
    )
    await settle()

    const [mention, ...others] = await mentions()
    expect(others).toEqual([])
    expect(mention).toMatchObject({
      title: 'Meubles : l’Atelier Morel ouvre',
      excerpt: 'Une visite à l’Atelier Morel, rue des Tables.',
      source: { id: source.id, name: 'journal.example', networkName: 'La Presse' },
      queries: [{ id: query.id, name: 'Notre nom' }],
      seen: false,
      dismissed: false,
    })
    expect(mention?.highlights.map(({ start, end }) => mention.excerpt.slice(start, end))).toEqual([
      'Atelier Morel',
    ])
    expect(mention?.titleHighlights).toEqual([{ start: 12, end: 25 }])
    expect(await theSource()).toMatchObject({
      state: 'fine',
      itemsRead: 3,
      mentions: 1,
      trouble: null,
    })
    expect(await told('mention.found')).toEqual([
      { payload: { mentionId: mention?.id, queryIds: [query.id], sourceId: source.id } },
    ])
  })

  test('does not find a phrase across a title and its text', async () => {
    await save('"table basse"')
    await listenTo()
    press.says.push(said('Basse saison', { title: 'À table' }))
    await settle()
    expect(await mentions()).toEqual([])
  })

  test('counts by day in the company’s zone, beside the period before', async () => {
    await save('morel')
    await listenTo()
    const at = (day: string) => new Date(`${day}+01:00`)
    press.says.push(
      said('Morel', { at: at('2026-11-22T23:30:00') }),
      said('Morel', { at: at('2026-11-23T00:30:00') }),
      said('Morel', { at: at('2026-11-10T12:00:00') }),
      said('Morel', { at: at('2026-11-09T12:00:00') }),
      said('Morel', { at: at('2026-10-01T12:00:00') }),
    )
    await settle()
    const { body } = await here.camille.get<QueryView[]>('/queries?days=14')
    expect(body[0]).toMatchObject({
      found: 3,
      foundBefore: 1,
      unseen: 5,
      lastFoundAt: '2026-11-22T23:30:00.000Z',
    })
    expect(body[0]?.days).toHaveLength(14)
    expect(body[0]?.days.slice(-2)).toEqual([
      { day: '2026-11-22', value: 1 },
      { day: '2026-11-23', value: 1 },
    ])
  })
})

describe('nothing twice', () => {
  test('a page that two sources bring, or that carries tracking, is one mention', async () => {
    await save('morel')
    await listenTo('https://journal.example/feed')
    await listenTo('https://autre.example/feed')
    press.says.push(
      said('Morel', { url: 'http://Journal.example/a?utm_source=rss&id=1#xtor=RSS-1' }),
      said('Morel', { url: 'https://journal.example/a?id=1' }),
      said('Morel', { url: 'https://journal.example/a?id=2' }),
    )
    await settle()
    expect((await mentions()).map((m) => m.url).sort()).toEqual([
      'http://Journal.example/a?utm_source=rss&id=1#xtor=RSS-1',
      'https://journal.example/a?id=2',
    ])
    expect(await told('mention.found')).toHaveLength(2)
  })

  test('two versions of a page brought together are one mention of all the queries they satisfy', async () => {
    await save('table')
    await save('chaise')
    await listenTo()
    const url = 'https://journal.example/a'
    press.says.push(said('Une table', { url }), said('Une chaise', { url: `${url}?utm_source=x` }))
    await settle()
    expect((await mentions()).map((m) => [m.excerpt, m.queries.map((q) => q.name)])).toEqual([
      ['Une table', ['table', 'chaise']],
    ])
  })

  test('a reader that dies is replaced, and what it had read is kept once', async () => {
    await save('morel')
    await listenTo()
    press.says.push(said('Morel un'))
    let release = () => {}
    const stuck = new Promise<void>((resolve) => (release = resolve))
    let readers = 0
    press.meanwhile = () => (readers++ === 0 ? stuck : Promise.resolve())
    const jobs = here.open.jobs.filter((job) => job.name === 'listening-sources')
    const zombie = Promise.all(jobs.map((job) => job.runDue()))
    await expect.poll(() => readers).toBe(1)
    await settle()
    expect(await mentions()).toEqual([])

    clock.advance(3 * MINUTE)
    press.says.push(said('Morel deux'))
    await settle()
    expect(await mentions()).toHaveLength(2)
    release()
    await zombie
    expect(await theSource()).toMatchObject({ itemsRead: 2, state: 'fine' })

    press.says.push(said('Morel trois'))
    clock.advance(HOUR)
    await settle()
    expect(await mentions()).toHaveLength(3)
    expect(press.asked.at(-1)?.cursor).toBe('2')
    expect(await told('mention.found')).toHaveLength(3)
  })

  test('creating with the same Idempotency-Key gives the same query and source', async () => {
    const once = { 'idempotency-key': 'k1' }
    const [a, b] = [
      await here.camille.post('/queries', { expression: 'morel' }, once),
      await here.camille.post('/queries', { expression: 'morel' }, once),
    ]
    expect([a.status, b.status, b.body.id]).toEqual([201, 201, a.body.id])
    const { body } = await here.camille.get('/queries')
    expect(body).toHaveLength(1)
  })

  test('the same feed is refused the second time, by whatever writing of its address', async () => {
    await listenTo('journal.example/feed')
    const again = await here.camille.post('/sources', {
      connectorId: 'press',
      settings: { url: ' https://JOURNAL.example/feed ' },
    })
    expect(again).toMatchObject({ status: 409, body: { code: 'listening.source_exists' } })
  })
})

describe('the stream of mentions', () => {
  test('is read a page at a time, latest first, while others arrive', async () => {
    await save('morel')
    await listenTo()
    const at = new Date('2026-11-20T10:00:00Z')
    for (let i = 0; i < 7; i++) press.says.push(said(`Morel ${i}`, { at }))
    await settle()
    const page = await here.camille.get('/mentions?limit=3')
    press.says.push(said('Morel, plus tard', { at: new Date('2026-11-21T10:00:00Z') }))
    clock.advance(HOUR)
    await settle()
    const second = await here.camille.get(`/mentions?limit=3&after=${page.body.next}`)
    const third = await here.camille.get(`/mentions?limit=3&after=${second.body.next}`)
    const seen = [page, second, third].flatMap(({ body }) =>
      body.items.map((m: MentionView) => m.excerpt),
    )
    expect(new Set(seen)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6].map((i) => `Morel ${i}`)))
    expect([seen.length, third.body.next]).toEqual([7, null])
  })

  test('is filtered by query, source, time and state', async () => {
    const tables = await save('tables')
    await save('chaises')
    const source = await listenTo()
    press.says.push(
      said('tables', { at: new Date('2026-11-01T10:00:00Z') }),
      said('chaises', { at: new Date('2026-11-10T10:00:00Z') }),
    )
    await settle()
    const texts = async (query: string) => (await mentions(query)).map((m) => m.excerpt)
    expect(await texts(`?queryId=${tables.id}`)).toEqual(['tables'])
    expect(await texts(`?sourceId=${source.id}`)).toEqual(['chaises', 'tables'])
    expect(await texts('?since=2026-11-05T00:00:00Z')).toEqual(['chaises'])
    expect(await texts('?until=2026-11-05T00:00:00%2B01:00')).toEqual(['tables'])

    const [chairs] = await mentions('?since=2026-11-05T00:00:00Z')
    const dismissed = await here.camille.patch(`/mentions/${chairs?.id}`, {
      dismissed: true,
      seen: true,
    })
    expect(dismissed.body).toMatchObject({ dismissed: true, seen: true })
    expect(await texts('')).toEqual(['tables'])
    expect(await texts('?state=dismissed')).toEqual(['chaises'])
    await here.camille.patch(`/mentions/${chairs?.id}`, { dismissed: false })
    expect(await texts('?state=unseen')).toEqual(['tables'])
    const ids = (await mentions()).map((m) => m.id)
    expect((await here.camille.post('/mentions/seen', { ids })).status).toBe(204)
    expect(await texts('?state=unseen')).toEqual([])
  })

  test('is filtered by days of the company’s calendar, and by what is said', async () => {
    await save('morel')
    await listenTo()
    const midnight = '2026-11-09T23:00:00Z'
    press.says.push(
      said('Morel : la livraison est arrivée cassée', { at: new Date(Date.parse(midnight) - 1) }),
      said('Morel livre à l’œil, chaise et table', { title: 'Été', at: new Date(midnight) }),
      said('Chaise de Morel, table relivrée', { at: new Date('2026-11-10T22:59:59Z') }),
    )
    await settle()
    const texts = async (query: string) => (await mentions(query)).map((m) => m.excerpt.slice(0, 7))
    expect(await texts('?from=2026-11-10&to=2026-11-10')).toEqual(['Chaise ', 'Morel l'])
    expect(await texts('?to=2026-11-09')).toEqual(['Morel :'])
    expect(await texts(`?from=2026-11-10&until=${midnight}`)).toEqual([])
    expect(await texts('?words=LIV')).toEqual(['Morel l', 'Morel :'])
    expect(await texts('?words=cassee livraison')).toEqual(['Morel :'])
    expect(await texts('?words="chaise et table"')).toEqual(['Morel l'])
    expect(await texts("?words=l'oeil ete")).toEqual(['Morel l'])
    expect(await texts('?words=.* morel')).toHaveLength(3)
    expect(await texts('?words=(morel')).toHaveLength(3)
    const [found] = await mentions('?words=arrivee')
    expect(found?.highlights.map(({ start, end }) => found.excerpt.slice(start, end))).toEqual([
      'arrivée',
    ])
    const csv = await here.camille.get('/mentions/export?words=relivree')
    expect(String(csv.body)).toMatch(/relivrée/)
    expect(String(csv.body)).not.toMatch(/cassée/)
  })

  test('is not looked for by more words than are looked at', async () => {
    await save('table')
    await listenTo()
    press.says.push(said('Une table de huit mots ou plus, bien plus même'))
    await settle()
    const many = 'une table de huit mots ou plus bien absent'
    for (const path of ['/mentions', '/mentions/export']) {
      const { status, body } = await here.camille.get(`${path}?words=${encodeURIComponent(many)}`)
      expect([status, body.code]).toEqual([422, 'listening.too_many_words'])
      expect(body.detail).toMatch(/^Look for 8 words at most\./)
    }
    const quoted = encodeURIComponent(`"une table de huit mots ou plus, bien plus" même`)
    expect(await mentions(`?words=${quoted}`)).toHaveLength(1)
  })

  test('not seen is counted once, however many queries found it', async () => {
    await save('table')
    await save('chaise')
    await listenTo()
    press.says.push(said('Une table et une chaise'), said('Une table'), said('Une chaise'))
    await settle()
    const unseen = async () => (await here.camille.get('/mentions/unseen')).body
    expect(await unseen()).toEqual({ mentions: 3 })
    const [first, second] = await mentions('?state=unseen')
    await here.camille.post('/mentions/seen', { ids: [first?.id] })
    await here.camille.patch(`/mentions/${second?.id}`, { dismissed: true })
    expect(await unseen()).toEqual({ mentions: (await mentions('?state=unseen')).length })
    expect(await unseen()).toEqual({ mentions: 1 })
    const sofia = await here.anotherCompany('Menuiserie Sofia')
    expect((await sofia.get('/mentions/unseen')).body).toEqual({ mentions: 0 })
  })

  test('belongs to its company alone', async () => {
    const query = await save('morel')
    const source = await listenTo()
    press.says.push(said('Morel'))
    await settle()
    const [mention] = await mentions()
    const sofia = await here.anotherCompany('Menuiserie Sofia')
    expect((await sofia.get('/mentions')).body.items).toEqual([])
    expect((await sofia.get('/queries')).body).toEqual([])
    expect((await sofia.get('/sources')).body).toEqual([])
    for (const answer of [
      await sofia.patch(`/mentions/${mention?.id}`, { seen: true }),
      await sofia.patch(`/queries/${query.id}`, { name: 'à moi' }),
      await sofia.delete(`/queries/${query.id}`),
      await sofia.patch(`/sources/${source.id}`, { paused: true }),
      await sofia.post(`/sources/${source.id}/read`),
      await sofia.delete(`/sources/${source.id}`),
    ]) {
      expect(answer.status).toBe(404)
    }
    await sofia.post('/mentions/seen', { ids: [mention?.id] })
    expect((await mentions())[0]?.seen).toBe(false)
  })

  test('malformed questions are told so', async () => {
    for (const query of [
      '?limit=0',
      '?queryId=moi',
      '?since=hier',
      '?state=rouge',
      '?from=2026-02-30',
    ]) {
      expect((await here.camille.get(`/mentions${query}`)).status).toBe(422)
    }
    for (const after of ['n’importe', `1.${'-'.repeat(36)}.1`])
      expect((await here.camille.get(`/mentions?after=${after}`)).status).toBe(200)
    expect((await here.camille.get('/queries?days=3000')).status).toBe(422)
  })
})
