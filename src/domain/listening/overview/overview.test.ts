import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'
import type { Overview } from './api.ts'
import { countDueHours, countDueWithin } from './count-hours.ts'

const here = await listeningDesk()
const { press, clock, settle, save, listenTo, mentions } = here

const BAD = 'Morel, quelle honte, service nul et table cassée, très déçu'
const GOOD = 'Morel, merci, magnifique table, je suis ravie, bravo'
const on = (instant: string) => ({ at: new Date(instant) })
const times = (count: number) => Array.from({ length: count }, (_, i) => i)

async function overview(query = ''): Promise<Overview> {
  const { status, body } = await here.camille.get<Overview>(
    `/listening/overview?from=2026-11-20&to=2026-11-23${query}`,
  )
  expect(status).toBe(200)
  return body
}

const figure = (view: Overview, key: string) => view.figures.find((one) => one.key === key)
const total = (view: Overview) => figure(view, 'mentions')?.value

/** What the hours of the company hold now, and what counting every mention anew gives. */
async function keptAndFromScratch() {
  const company = here.camille.headers['vigie-company'] ?? ''
  const kept = async () => {
    await countDueHours(here.desk, company)
    const { rows } = await sql<Record<string, unknown>>`
      select query_id, source_id, hour, negative, neutral, positive, unsure, unread, by_person
      from mention_hours where company_id = ${company} order by 1, 2, 3`.execute(here.desk.db)
    return rows
  }
  const asKept = await kept()
  await sql`delete from mention_hours where company_id = ${company}`.execute(here.desk.db)
  await sql`insert into mention_hours_due (company_id, hour)
    select distinct company_id, date_trunc('hour', at, 'UTC') from mentions where company_id = ${company}`.execute(
    here.desk.db,
  )
  return [asKept, await kept()] as const
}

describe('the overview', () => {
  test('counts each mention once by day of the company’s clock, beside the period before', async () => {
    await save('morel')
    const table = await save('table')
    await listenTo()
    press.says.push(
      said('Morel et sa table', on('2026-11-22T23:30:00+01:00')),
      said('Morel', on('2026-11-23T00:30:00+01:00')),
      said('Morel', on('2026-11-17T12:00:00+01:00')),
    )
    await settle()
    const view = await overview()
    expect(figure(view, 'mentions')).toMatchObject({ value: 2, before: 1 })
    expect(view.points.map(({ at, mentions }) => [at, mentions])).toEqual([
      ['2026-11-20', 0],
      ['2026-11-21', 0],
      ['2026-11-22', 1],
      ['2026-11-23', 1],
    ])
    expect(total(await overview(`&queryId=${table.id}`))).toBe(1)
    const hours = (await overview('&by=hour')).points.filter((point) => point.mentions > 0)
    expect(hours.map(({ at }) => at)).toEqual(['2026-11-22T23:00', '2026-11-23T00:00'])
    const weeks = (await overview('&by=week')).points.map(({ at, mentions }) => [at, mentions])
    expect(weeks).toEqual([
      ['2026-11-16', 1],
      ['2026-11-23', 1],
    ])
  })

  test('tells no share of opinions under ten that are sure, and one with its interval from there on', async () => {
    await save('morel')
    await listenTo()
    press.says.push(...times(4).map(() => said(BAD)))
    await settle()
    const few = figure(await overview(), 'negative')
    expect(few).toMatchObject({ value: null, low: null })
    expect(few?.provenance.gaps.join(' ')).toContain('No share is given below 10')

    press.says.push(...times(4).map(() => said(BAD)), ...times(4).map(() => said(GOOD)))
    clock.advance(3_600_000)
    await settle()
    const corrected = await mentions()
    for (const { id, excerpt } of corrected) {
      const sentiment = excerpt === BAD ? 'negative' : 'positive'
      await here.camille.patch(`/mentions/${id}`, { sentiment })
    }
    const negative = figure(await overview(), 'negative')
    expect(negative?.value).toBeCloseTo(8 / 12)
    expect(negative?.low).toBeCloseTo(0.391, 2)
    expect(negative?.high).toBeCloseTo(0.862, 2)
    expect(negative?.provenance.gaps.join(' ')).toContain('Corrected by a person: 12')
  })

  test('draws opinions by day, or by week, where hours or days are too poor to tell', async () => {
    await save('morel')
    await listenTo()
    press.says.push(...times(12).map((i) => said(BAD, on(`2026-11-${17 + (i % 6)}T10:00:00Z`))))
    await settle()
    for (const { id } of await mentions()) {
      await here.camille.patch(`/mentions/${id}`, { sentiment: 'negative' })
    }
    const period = '/listening/overview?from=2026-11-17&to=2026-11-22'
    const { body } = await here.camille.get<Overview>(`${period}&by=hour`)
    expect([body.by, body.opinion.by]).toEqual(['hour', 'week'])
    expect(body.opinion.points).toMatchObject([
      { at: '2026-11-16', negative: 12, negativeShare: { value: 1 } },
    ])
  })

  test('follows dismissals, corrections and judgements, and stays what counting anew gives', async () => {
    const query = await save('morel')
    await save('table')
    const source = await listenTo()
    press.says.push(...times(6).map(() => said('Morel et sa table')))
    await settle()
    const [first, second, third] = await mentions()
    await here.camille.patch(`/mentions/${first?.id}`, { dismissed: true })
    expect(total(await overview())).toBe(5)
    await here.camille.put(`/queries/${query.id}/judgements`, {
      mentionId: second?.id,
      relevant: false,
    })
    await here.camille.patch(`/mentions/${third?.id}`, { sentiment: 'negative' })
    const own = await overview(`&queryId=${query.id}`)
    expect(total(own)).toBe(4)
    expect(own.points.at(-1)?.byPerson).toBe(1)
    await here.camille.patch(`/mentions/${first?.id}`, { dismissed: false })
    expect(total(await overview())).toBe(6)
    const [kept, scratch] = await keptAndFromScratch()
    expect(kept).toEqual(scratch)

    await here.camille.delete(`/sources/${source.id}`)
    expect((await overview()).bySource).toMatchObject([{ id: null, mentions: 6 }])
    await here.camille.delete(`/queries/${query.id}`)
    const [after, anew] = await keptAndFromScratch()
    expect(after).toEqual(anew)
  })

  test('loses nothing when counting is cut short, or done by several at once', async () => {
    await save('morel')
    await listenTo()
    press.says.push(...times(5).map((i) => said('Morel', on(`2026-11-2${i % 3}T10:00:00Z`))))
    await settle()
    const company = here.camille.headers['vigie-company'] ?? ''
    const [mention] = await mentions()
    await here.camille.patch(`/mentions/${mention?.id}`, { dismissed: true })
    await expect(
      here.desk.db.transaction().execute(async (trx) => {
        expect(await countDueWithin(trx, company, here.clock.now())).toBeGreaterThan(0)
        throw new Error('cut short')
      }),
    ).rejects.toThrow('cut short')
    await Promise.all(times(4).map(() => countDueHours(here.desk, company)))
    expect(total(await overview())).toBe(4)
    const [kept, scratch] = await keptAndFromScratch()
    expect(kept).toEqual(scratch)
  })

  test('names who wrote most, and goes away as CSV', async () => {
    await save('morel')
    await listenTo()
    const author = { remoteId: 'a', name: 'Lucie', handle: 'lucie', followers: 120 }
    press.says.push(
      said('Morel', { author }),
      said('Morel', { author: { ...author, followers: 130 } }),
      said('Morel', { author: { remoteId: 'b', name: '=1+1', handle: 'b' } }),
    )
    await settle()
    const { authors } = await overview()
    expect(authors).toMatchObject([
      { name: 'Lucie', mentions: 2, followers: 130, network: 'La Presse' },
      { name: '=1+1', mentions: 1, followers: null },
    ])
    const theirs = await here.mentions(`?author=${authors[0]?.key}`)
    expect(theirs.map(({ author: of }) => of?.name)).toEqual(['Lucie', 'Lucie'])
    const { headers, body } = await here.camille.get(
      '/listening/overview.csv?from=2026-11-20&to=2026-11-23',
    )
    expect(headers['content-type']).toContain('text/csv')
    expect(body).toContain('figure,mentions,,3')
    expect(body).toContain("'=1+1")
  })

  test('refuses a period that ends before it begins, or is too long', async () => {
    for (const period of ['from=2026-11-23&to=2026-11-20', 'from=2020-01-01&to=2026-11-20']) {
      const { status, body } = await here.camille.get(`/listening/overview?${period}`)
      expect([status, body.code]).toEqual([422, 'listening.wrong_period'])
    }
    expect((await here.camille.get('/listening/overview?from=hier&to=demain')).status).toBe(422)
    const end = await here.camille.get('/listening/overview?from=9999-12-31&to=9999-12-31&by=week')
    expect([end.status, end.body.errors[0].pointer]).toEqual([422, '/from'])
  })
})

describe('the share of voice', () => {
  const compare = (ours: string | null, rivals: string[]) =>
    here.camille.put('/listening/rivals', { ours, rivals })

  test('is nobody’s until the person names us and a rival', async () => {
    await save('morel')
    expect((await overview()).voices.rows).toBeNull()
  })

  test('is over the mentions of all compared, on sources heard the whole period, others being told', async () => {
    const [us, them] = [await save('morel'), await save('dupont', 'Dupont')]
    await listenTo()
    clock.advance(4 * 86_400_000)
    press.says.push(
      ...times(8).map(() => said('Morel', on('2026-11-25T10:00:00Z'))),
      ...times(3).map(() => said('Dupont', on('2026-11-25T10:00:00Z'))),
      said('Morel et Dupont', on('2026-11-25T10:00:00Z')),
    )
    await settle()
    await listenTo('https://autre.example/feed')
    const kept = await compare(us.id, [them.id])
    expect(kept.body).toEqual({ ours: us.id, rivals: [them.id] })
    const { body } = await here.camille.get<Overview>(
      '/listening/overview?from=2026-11-24&to=2026-11-27',
    )
    const told = body.voices.provenance.gaps.join(' ')
    expect(told).toContain('autre.example')
    expect(told).toContain('counts for each')
    expect(body.voices.rows).toMatchObject([
      { name: 'morel', ours: true, mentions: 9, share: { value: 9 / 13 } },
      { name: 'Dupont', ours: false, mentions: 4, share: { value: 4 / 13 } },
    ])
  })

  test('refuses a query that is both, and one of another company', async () => {
    const us = await save('morel')
    expect(await compare(us.id, [us.id])).toMatchObject({
      status: 422,
      body: { code: 'listening.own_rival' },
    })
    const sofia = await here.anotherCompany('Menuiserie Sofia')
    const theirs = await sofia.put('/listening/rivals', { ours: us.id, rivals: [] })
    expect(theirs.status).toBe(404)
    expect(total((await sofia.get(`/listening/overview?from=2026-11-20&to=2026-11-23`)).body)).toBe(
      0,
    )
  })
})
