import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { QueryView } from '../api.ts'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'
import type { KeepingView } from './api.ts'

const DAY = 86_400_000

const here = await listeningDesk()
const { clock, press, settle } = here

const monthsAgo = (months: number) => {
  const then = clock.now()
  then.setUTCMonth(then.getUTCMonth() - months)
  return then
}

const keeping = async (): Promise<KeepingView> =>
  (await here.camille.get<KeepingView>('/mention-keeping')).body

const keep = (months: number | null) => here.camille.put('/mention-keeping', { months })

const texts = async () => (await here.mentions('?limit=200')).map(({ excerpt }) => excerpt)

/** Mentions of Morel, each so many months old. */
async function heard(ages: Record<string, number>): Promise<QueryView> {
  const query = await here.save('morel')
  await here.listenTo()
  press.says.push(
    ...Object.entries(ages).map(([text, months]) =>
      said(`Morel : ${text}`, { at: monthsAgo(months) }),
    ),
  )
  await settle()
  return query
}

describe('mentions nobody touched', () => {
  test('are kept for twenty-five months, as long as nobody chose', async () => {
    await heard({ 'il y a deux ans': 24, hier: 0 })
    expect((await keeping()).months).toBe(25)
    clock.advance(20 * DAY)
    await settle()
    expect(await texts()).toHaveLength(2)

    clock.advance(15 * DAY)
    await settle()
    expect(await texts()).toEqual(['Morel : hier'])
    expect(await keeping()).toMatchObject({ erased: 1, erasedAt: clock.now().toISOString() })
  })

  test('go as soon as Camille chooses a shorter time, as many as she was told', async () => {
    await heard({ vieux: 14, ancien: 7, récent: 1 })
    const { older } = await keeping()
    expect(older).toEqual([
      { months: 3, mentions: 2 },
      { months: 6, mentions: 2 },
      { months: 13, mentions: 1 },
      { months: 25, mentions: 0 },
      { months: 37, mentions: 0 },
    ])
    expect((await keep(6)).status).toBe(200)
    await settle()
    expect(await texts()).toEqual(['Morel : récent'])
    expect(await keeping()).toMatchObject({ months: 6, erased: 2 })
    expect(await here.told('mention.changed')).toEqual([{ payload: { erased: 2 } }])
  })

  test('all go, however many, a bite at a time', async () => {
    await heard({ vieux: 7 })
    // As if they had been heard: to hear so many takes long.
    await sql`
      insert into mentions (id, company_id, connector_id, remote_id, url, canonical_url, text, at)
      select gen_random_uuid(), company_id, connector_id, n, url || n, canonical_url || n, text, at
      from mentions, generate_series(1, 1199) n where company_id = ${here.camille.headers['vigie-company']}
    `.execute(here.desk.db)
    expect((await keeping()).older[0]?.mentions).toBe(1_200)
    await keep(6)
    await settle()
    expect(await texts()).toEqual([])
    expect((await keeping()).erased).toBe(1_200)
  })

  test('stay for ever where Camille chose so', async () => {
    await heard({ vieux: 24 })
    await keep(null)
    clock.advance(3_650 * DAY)
    await settle()
    expect(await texts()).toEqual(['Morel : vieux'])
  })
})

describe('what somebody worked on stays', () => {
  test('judged for a query, or its opinion corrected', async () => {
    const query = await heard({ jugé: 7, corrigé: 7, vu: 7, écarté: 7 })
    const ids = Object.fromEntries((await here.mentions()).map((m) => [m.excerpt, m.id]))
    const of = (text: string) => ids[`Morel : ${text}`]
    const judgement = { mentionId: of('jugé'), relevant: true }
    await here.camille.put(`/queries/${query.id}/judgements`, judgement)
    await here.camille.patch(`/mentions/${of('corrigé')}`, { sentiment: 'negative' })
    await here.camille.patch(`/mentions/${of('vu')}`, { seen: true })
    await here.camille.patch(`/mentions/${of('écarté')}`, { dismissed: true })
    expect((await keeping()).older[0]).toEqual({ months: 3, mentions: 2 })
    await keep(3)
    await settle()
    expect((await texts()).toSorted()).toEqual(['Morel : corrigé', 'Morel : jugé'])
    expect((await here.mentions('?state=dismissed')).length).toBe(0)
  })
})

describe('what was erased', () => {
  test('does not come back because a feed still shows it', async () => {
    await heard({ vieux: 7 })
    await keep(6)
    await settle()
    await here.listenTo('https://autre.example/feed')
    await settle()
    expect(await texts()).toEqual([])
    expect(await here.told('mention.found')).toHaveLength(1)
  })

  test('is told in the journal, and so is the choice', async () => {
    await heard({ vieux: 7 })
    await keep(6)
    await settle()
    const { body } = await here.camille.get('/audit')
    const sentences = body.items.map((entry: { sentence: string }) => entry.sentence)
    expect(sentences).toEqual(
      expect.arrayContaining([
        'Camille Morel changed how long mentions are kept.',
        'Vigie erased the mentions that had been kept long enough (1).',
      ]),
    )
  })
})

test('one company’s choice is its own', async () => {
  await heard({ vieux: 7 })
  const other = await here.anotherCompany('Ébénisterie Roux')
  expect((await other.put('/mention-keeping', { months: 1 })).status).toBe(200)
  await settle()
  expect(await texts()).toEqual(['Morel : vieux'])
})

test.each([[0], [121], [1.5], ['6'], [undefined]])(
  '%j months are refused with a sentence',
  async (months) => {
    const { status, body } = await here.camille.put('/mention-keeping', { months })
    expect([status, typeof body.title]).toEqual([422, 'string'])
  },
)
