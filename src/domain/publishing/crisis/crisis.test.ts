import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import { claimNext, type Office } from '../deliveries/claim-delivery.ts'
import { deliveryWork } from '../deliveries/jobs.ts'
import { planReply } from '../deliveries/plan-reply.ts'
import { TIMINGS } from '../deliveries/timings.ts'
import type { PublishingTables } from '../tables.ts'
import { openAtelier } from '../testing/open-atelier.ts'
import type { CrisisView } from './api.ts'
import { passBarrier } from './barrier.ts'

const atelier = await openAtelier()
const { camille, board, accounts, desk, clock } = atelier
const { body: company } = await camille.get('/companies/current')
const companyId: string = company.id

const press = (more: object = {}) => camille.post('/crisis', { scope: 'company', ...more })
const lift = (one: { id: string }) => camille.post(`/crisis/${one.id}/lift`)
const on = async () => (await camille.get<CrisisView[]>('/crisis')).body
const texts = () => board.pinned.map(({ text }) => text)
const office = (): Office => ({ desk, timings: TIMINGS, held: new Set() })

/** At the same wall time tomorrow, nothing held. */
beforeEach(async () => {
  for (const one of await on()) await lift(one)
  await atelier.newDay()
  board.pinned.length = 0
})

/** A post whose hour comes in an hour. */
const inAnHour = (text: string, more?: Record<string, unknown>) =>
  atelier.scheduled(text, wallTime(60), more)

const wallTime = (minutes: number) =>
  new Date(clock.now().getTime() + (minutes + 60) * 60_000).toISOString().slice(0, 16)

describe('one press', () => {
  test('holds everything scheduled, says so, and nothing leaves until it is lifted', async () => {
    const post = await inAnHour('Portes ouvertes samedi', { by: ['lyon', 'paris'] })
    const { status, body } = await press({ reason: 'Accident à l’atelier' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ scope: 'company', held: 1, leaving: 0, by: 'Camille Morel' })
    expect(await atelier.read(post)).toMatchObject({ status: 'held' })
    await atelier.after(3 * 3600)
    expect(texts()).toEqual([])
    expect(await on()).toMatchObject([{ reason: 'Accident à l’atelier', held: 1 }])
  })

  test('holds what is planned afterwards too, even “now”', async () => {
    await press()
    const later = await inAnHour('Plus tard')
    const now = await atelier.scheduled('Tout de suite')
    expect([later.status, now.status]).toEqual(['held', 'held'])
    await atelier.after(2 * 3600)
    expect(texts()).toEqual([])
  })

  test('twice is one switch', async () => {
    const both = await Promise.all([press(), press({ replies: true })])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(await on()).toMatchObject([{ scope: 'company', replies: true }])
  })

  test('may concern one account, one network or one campaign', async () => {
    await inAnHour('Lyon seulement', { by: ['lyon'] })
    await inAnHour('Paris seulement', { by: ['paris'] })
    await press({ scope: 'account', target: accounts['paris'] })
    await atelier.after(2 * 3600)
    expect(texts()).toEqual(['Lyon seulement'])
    expect(await on()).toMatchObject([{ scope: 'account', name: 'paris', held: 1 }])

    const { body: network } = await press({ scope: 'network', target: 'board' })
    expect(network).toMatchObject({ name: 'Panneau', held: 1 })
  })

  test('offers what may be held by itself', async () => {
    const { body } = await camille.get('/crisis/targets')
    expect(body.network).toEqual([{ value: 'board', label: 'Panneau' }])
    expect(body.account).toContainEqual({ value: accounts['lyon'], label: 'Panneau · lyon' })
  })

  test('for a campaign leaves the rest alone', async () => {
    const { body: campaign } = await camille.post('/campaigns', { name: 'Noël' })
    const campaignId = campaign.id as string
    await inAnHour('Noël approche', { campaignId })
    await inAnHour('Une table en noyer')
    expect((await press({ scope: 'campaign', target: campaignId })).body).toMatchObject({
      name: 'Noël',
      held: 1,
    })
    await atelier.after(2 * 3600)
    expect(texts()).toEqual(['Une table en noyer'])
  })

  test('lets people answer in the inbox, unless told otherwise: then it says so at once', async () => {
    const answer = () =>
      planReply(desk.db, desk, {
        companyId,
        channelId: accounts['lyon'] ?? '',
        replyTo: { remoteId: 'n-1' },
        text: 'Nous arrivons',
        by: 'sofia',
      })
    await press({ reason: 'Incendie' })
    await answer()
    await atelier.settle()
    expect(texts()).toEqual(['Nous arrivons'])
    await press({ replies: true })
    await expect(answer()).rejects.toMatchObject({ kind: { code: 'reply.held', status: 409 } })
  })

  test('names the target it does not know', async () => {
    for (const wrong of [
      { scope: 'account', target: companyId },
      { scope: 'network', target: 'x' },
    ]) {
      const { status, body } = await press(wrong)
      expect([status, body.errors[0].pointer]).toEqual([422, '/target'])
    }
  })

  test('is in the audit trail and told to the screens', async () => {
    await press({ scope: 'account', target: accounts['lyon'] })
    const { rows } = await sql<{ action: string }>`
      select action from audit_entries order by id desc limit 1`.execute(desk.db)
    expect(rows).toEqual([{ action: 'crisis.on' }])
    const { rows: told } = await sql<{ name: string }>`
      select name from events where name like 'crisis.%' order by id desc limit 1`.execute(desk.db)
    expect(told).toEqual([{ name: 'crisis.on' }])
  })
})

describe('what was leaving at that moment', () => {
  test('is said, is read back, and is not sent again while the switch is on', async () => {
    const post = await atelier.scheduled('Déjà en route')
    expect(await claimNext(office())).toMatchObject({ action: 'publish' })
    expect((await press()).body).toMatchObject({ held: 0, leaving: 1 })
    // Its worker dies: another reads the network back, does not find it, and holds it instead of sending.
    await atelier.after(40)
    await atelier.after(200)
    expect(board.asked).toEqual(expect.arrayContaining(['confirm']))
    expect(board.asked).not.toContain('publish')
    expect(await atelier.delivery(post)).toMatchObject({ state: 'planned', holds: ['crisis'] })
  })
})

describe('nothing further leaves once the press is answered', () => {
  test('though workers claim at the same time, and posts are planned at the same time', async () => {
    for (let round = 0; round < 8; round++) {
      await Promise.all(
        ['lyon', 'paris'].map((by) =>
          atelier.scheduled(`Tour ${round} ${by}`, undefined, { by: [by] }),
        ),
      )
      const hands = deliveryWork(desk, TIMINGS, 4)
      const working = hands.map((hand) => hand.runDue())
      const planning = atelier.scheduled(`Tour ${round} tardif`).catch(() => undefined)
      const { body } = await press()
      const { n: leaving } = await sending()
      expect(leaving).toBeLessThanOrEqual(body.leaving)
      const requests = board.asked.filter((what) => what === 'publish').length
      await Promise.all([...working, planning])
      const started = board.asked.filter((what) => what === 'publish').length
      expect(started - requests).toBeLessThanOrEqual(leaving)
      await atelier.after(120)
      expect(board.asked.filter((what) => what === 'publish')).toHaveLength(started)
      await lift(body)
      await atelier.newDay()
    }
  })

  test('though a worker has just asked whether it may send: the answer waits for what it says', async () => {
    const { promise, resolve: workerCommits } = Promise.withResolvers<void>()
    const passed = Promise.withResolvers<void>()
    const worker = tablesOf<PublishingTables>(desk.db)
      .transaction()
      .execute(async (trx) => {
        await passBarrier(trx, companyId)
        passed.resolve()
        await promise
      })
    await passed.promise
    let answered = false
    const pressed = press().finally(() => (answered = true))
    await expect.poll(waitingForBarrier).toBe(1)
    expect(answered).toBe(false)
    workerCommits()
    await worker
    expect((await pressed).status).toBe(201)
  })

  async function waitingForBarrier() {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and not l.granted and d.datname = current_database()`.execute(
      desk.db,
    )
    return rows[0]?.n
  }

  async function sending() {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from deliveries where state = 'sending'`.execute(desk.db)
    return rows[0] ?? { n: 0 }
  }

  test('though the process that pressed died before it marked anything', async () => {
    const post = await inAnHour('Sans personne')
    await sql`insert into crisis_switches
      (id, company_id, scope, target, reason, replies, on_at, on_by, on_by_id)
      values (gen_random_uuid(), ${companyId}, 'company', '', '', false, ${clock.now()}, 'Camille', 'c')`.execute(
      desk.db,
    )
    clock.advance(2 * 3600_000)
    expect(await claimNext(office())).toBe('settled')
    expect(await atelier.delivery(post)).toMatchObject({ state: 'planned', holds: ['crisis'] })
    await atelier.settle()
    expect(texts()).toEqual([])
    expect((await on())[0]?.held).toBe(1)
  })
})

describe('lifting', () => {
  test('sends nothing: each post then asks what becomes of it', async () => {
    const post = await inAnHour('Portes ouvertes')
    const { body } = await press()
    await atelier.after(2 * 3600)
    expect((await lift(body)).body).toEqual({ asked: 1 })
    expect(await on()).toEqual([])
    await atelier.after(2 * 3600)
    expect(texts()).toEqual([])
    expect(await atelier.delivery(post)).toMatchObject({ holds: ['ask'] })
  })

  test('gives back only what no other switch holds', async () => {
    const lyon = await inAnHour('À Lyon', { by: ['lyon'] })
    const paris = await inAnHour('À Paris', { by: ['paris'] })
    const { body: all } = await press()
    await press({ scope: 'account', target: accounts['paris'] })
    await lift(all)
    expect((await atelier.delivery(lyon)).holds).toEqual(['ask'])
    expect((await atelier.delivery(paris, 'paris')).holds).toEqual(['crisis'])
  })

  test('asks nothing of what was taken off meanwhile, nor of what is planned anew afterwards', async () => {
    const post = await inAnHour('Changé d’avis')
    const { body } = await press()
    const { version } = await atelier.read(post)
    await camille.post(`/posts/${post.id}/unschedule`, { version })
    expect((await lift(body)).body).toEqual({ asked: 0 })
    const draft = await atelier.read(post)
    await camille.post(`/posts/${post.id}/schedule`, {
      version: draft.version,
      wallTime: wallTime(30),
    })
    await atelier.after(3600)
    expect(texts()).toEqual(['Changé d’avis'])
  })

  test('is done once', async () => {
    const { body } = await press()
    const both = await Promise.all([lift(body), lift(body)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404])
  })
})
