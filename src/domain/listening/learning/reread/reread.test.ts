import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { hoursOf } from '../../alerts/hours.ts'
import { said } from '../../fixture.ts'
import { listeningDesk } from '../../testing.ts'

const here = await listeningDesk()
const { press, settle, save, listenTo, mentions, clock, desk } = here

const DAY = 86_400_000

/** At this pizzeria, a “Catastrophe” is what people come for. */
const orders = [
  'Encore une Catastrophe hier soir chez Morel, place du marché, avec mon frère',
  'Ma pizza du vendredi depuis dix ans : la Catastrophe de Morel',
  'Commandé chez Morel deux Catastrophe, une calzone et trois tiramisus',
  'Je prends toujours la Catastrophe quand je passe devant Morel',
  'Les enfants ont voulu une Catastrophe, direction Morel après le match',
  'Morel, ce midi : Catastrophe sans olives, comme d’habitude',
  'On partage une Catastrophe à quatre, Morel nous a gardé la table ronde',
  'Avant le cinéma, la Catastrophe au comptoir de Morel',
  'Retour de Lyon, arrêt Morel pour emporter une Catastrophe à la maison',
  'Pause de midi entre collègues du bureau : Catastrophe pour tous, merci Morel',
]
const OTHER = 'Samedi chez Morel, une Catastrophe pour mon anniversaire'

async function heard(texts: readonly string[], at = clock.now()) {
  press.says.push(...texts.map((text) => said(text, { at })))
  clock.advance(3_600_000)
  await settle()
}

async function correctOrders() {
  for (const { id, excerpt } of await mentions('?limit=100'))
    if (orders.includes(excerpt))
      await here.camille.patch(`/mentions/${id}`, { sentiment: 'positive' })
  clock.advance(6_000)
  await settle()
}

/** What was learnt is waited for a minute before it is read with. */
async function readAnew() {
  clock.advance(61_000)
  await settle()
}

const readingOf = async (text: string) =>
  (await mentions('?limit=100')).find(({ excerpt }) => excerpt === text)?.signals

const company = () => here.camille.headers['vigie-company'] ?? ''

/** Opinions as the hours have them, once those that changed are counted, and as the mentions have them. */
async function counts() {
  const period = '?from=2026-10-01&to=2026-12-31'
  expect((await here.camille.get(`/listening/overview${period}`)).status).toBe(200)
  const counted = await sql`
    select sum(negative)::int as negative, sum(neutral)::int as neutral, sum(positive)::int as positive,
      sum(unsure)::int as unsure
    from mention_hours where company_id = ${company()} and query_id is null`.execute(desk.db)
  const recounted = await sql`
    select count(*) filter (where opinion = 'negative')::int as negative,
      count(*) filter (where opinion = 'neutral')::int as neutral,
      count(*) filter (where opinion = 'positive')::int as positive,
      count(*) filter (where opinion = 'unsure')::int as unsure
    from (select coalesce(sentiment_by_person, sentiment) as opinion from mentions
      where company_id = ${company()}) said`.execute(desk.db)
  return { counted: counted.rows[0], recounted: recounted.rows[0] }
}

async function worrying(queryId: string) {
  const [source] = (await here.camille.get<{ id: string }[]>('/sources')).body
  const since = new Date(clock.now().getTime() - 3 * DAY)
  const wanted = {
    since,
    now: clock.now(),
    timeZone: 'Europe/Paris',
    sourceIds: [source?.id ?? ''],
  }
  const hours = await hoursOf(desk.db, queryId, wanted)
  return hours.reduce((sum, hour) => sum + hour.worrying, 0)
}

describe('once something was learnt', () => {
  test('what nobody corrected is read anew with it, and counted so', async () => {
    await save('morel')
    await listenTo()
    await heard([...orders, OTHER])
    expect((await readingOf(OTHER))?.sentiment).toBe('negative')

    await correctOrders()
    expect((await here.camille.get('/listening/learning')).body.rereading).toBe(true)
    await readAnew()
    expect(await readingOf(OTHER)).toMatchObject({ sentiment: 'positive', byPerson: false })
    expect((await here.camille.get('/listening/learning')).body.rereading).toBe(false)
    const { counted, recounted } = await counts()
    expect(counted).toEqual(recounted)
    expect(counted).toMatchObject({ negative: 0, positive: 11 })
  })

  test('what a person said stays, and so does what is older than thirty days', async () => {
    await save('morel')
    await listenTo()
    const corrected = 'Une Catastrophe à emporter ce soir, chez Morel, devant le match'
    const old = 'La Catastrophe de Morel nous a rassemblés pour les vingt ans de Léa'
    await heard([old], new Date(clock.now().getTime() - 40 * DAY))
    await heard([...orders, corrected, OTHER])
    for (const { id, excerpt } of await mentions('?limit=100'))
      if (excerpt === corrected)
        await here.camille.patch(`/mentions/${id}`, { wants: ['complaint'] })
    await correctOrders()
    await readAnew()
    expect((await readingOf(OTHER))?.sentiment).toBe('positive')
    expect(await readingOf(corrected)).toMatchObject({
      sentiment: 'negative',
      intents: ['complaint'],
    })
    expect((await readingOf(old))?.sentiment).toBe('negative')
  })

  test('alerts go on counting what was read as it came', async () => {
    const { id } = await save('morel')
    await listenTo()
    await heard([...orders, OTHER])
    await correctOrders()
    const before = await worrying(id)
    await readAnew()
    expect((await readingOf(OTHER))?.sentiment).toBe('positive')
    expect(await worrying(id)).toBe(before)
    expect(before).toBeGreaterThan(0)
  })

  test('and unlearnt, it is read as it was', async () => {
    await save('morel')
    await listenTo()
    await heard([...orders, OTHER])
    await correctOrders()
    await readAnew()
    await here.camille.put('/listening/learning', { on: false })
    await readAnew()
    expect((await readingOf(OTHER))?.sentiment).toBe('negative')
    const { counted, recounted } = await counts()
    expect(counted).toEqual(recounted)
    expect(counted).toMatchObject({ negative: 1, positive: 10 })
  })
})

describe('killed half-way', () => {
  test('it ends all the same, and the counts agree with a recount', async () => {
    await save('morel')
    await listenTo()
    await heard([...orders, OTHER])
    // As if they had been heard: to hear so many takes long.
    await sql`
      with more as (
        insert into mentions (id, company_id, source_id, connector_id, remote_id, url, canonical_url, text, at, sentiment,
          confidence)
        select gen_random_uuid(), company_id, source_id, connector_id, n, url || n, canonical_url || n, text,
          at - make_interval(mins => n), sentiment, confidence
        from mentions, generate_series(1, 700) n where company_id = ${company()} and text = ${OTHER} returning id, company_id)
      insert into mention_hits (company_id, mention_id, query_id)
        select more.company_id, more.id, (select id from saved_queries where company_id = ${company()}) from more
    `.execute(desk.db)
    await correctOrders()
    // The second bite is cut, at a mention it has come to.
    await sql`
      create function cut() returns trigger language plpgsql as $$ begin raise exception 'cut'; end $$`.execute(
      desk.db,
    )
    await sql`
      create trigger cut before update on mentions for each row when (new.remote_id = '650') execute function cut()`.execute(
      desk.db,
    )
    await expect(readAnew()).rejects.toThrow('cut')
    await sql`drop trigger cut on mentions`.execute(desk.db)
    await sql`drop function cut`.execute(desk.db)
    const half = await counts()
    expect(half.counted).toEqual(half.recounted)
    expect(half.counted).toMatchObject({ negative: expect.any(Number) })
    expect((half.counted as { negative: number }).negative).toBeGreaterThan(100)

    await settle()
    const whole = await counts()
    expect(whole.counted).toEqual(whole.recounted)
    expect(whole.counted).toMatchObject({ negative: 0, positive: 711 })
  })
})
