import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { MentionView } from '#domain/listening/api.ts'
import { pretend, said } from '#domain/listening/fixture.ts'
import { forgetAuthor } from '#domain/people/index.ts'
import { openTestDesk } from '#support/desk.ts'
import type { CasesPage, CaseView } from './api.ts'

const press = pretend('press', 'La Presse', 'feed')
const desk = await openTestDesk({
  now: '2026-11-23T09:00:00+01:00',
  connectors: [press.connector],
})
const camille = await desk.signUp()
await camille.post('/queries', { expression: 'morel', name: 'Notre nom' })
await camille.post('/sources', {
  connectorId: 'press',
  settings: { url: 'https://journal.example/feed' },
})

const yanis = { remoteId: 'yanis', handle: '@yanis', name: 'Yanis Haddad' }

/** The newspaper says something: the mention made of it. */
let count = 0
async function mentionOf(text: string, more: Parameters<typeof said>[1] = {}) {
  const url = `https://journal.example/cas/${++count}`
  press.says.push(said(`${text} (${count})`, { author: yanis, url, ...more }))
  desk.clock.advance(3_600_000)
  await desk.settle()
  const { body } = await camille.get<{ items: MentionView[] }>('/mentions?limit=200')
  return (
    body.items.find(({ excerpt }) => excerpt.includes(`(${count})`)) ??
    expect.fail('it was not found')
  )
}

const leadOf = async (mention: MentionView, more = {}) =>
  (await camille.post<CaseView>('/cases', { kind: 'lead', mentionIds: [mention.id], ...more })).body

describe('a lead', () => {
  test('is made of a mention, with the person behind it, and goes to the list and the table', async () => {
    const mention = await mentionOf('Je cherche une table Morel')
    const lead = await leadOf(mention, { dueOn: '2026-11-30' })
    expect(lead).toMatchObject({
      kind: 'lead',
      state: 'open',
      title: mention.excerpt,
      person: { name: 'Yanis Haddad' },
      dueOn: '2026-11-30',
      version: 1,
    })
    expect(lead.held.map(({ id }) => id)).toEqual([mention.id])
    const { body } = await camille.get<CasesPage>('/cases?kind=lead')
    expect(body.items.map(({ id }) => id)).toContain(lead.id)
    const table = await camille.get('/cases/table.csv?kind=lead')
    expect(String(table.body)).toContain(lead.id)
    const holding = await camille.get(`/cases/of-mentions?ids=${mention.id}`)
    expect(holding.body).toEqual([
      { mentionId: mention.id, id: lead.id, kind: 'lead', state: 'open' },
    ])
  })

  test('changed by two people is changed by the first, and the second is told', async () => {
    const { id, version } = await leadOf(await mentionOf('Une chaise Morel ?'))
    const first = await camille.patch(`/cases/${id}`, { version, title: 'Quatre chaises' })
    expect(first.body).toMatchObject({ title: 'Quatre chaises', version: 2 })
    const second = await camille.patch(`/cases/${id}`, { version, state: 'lost' })
    expect(second).toMatchObject({ status: 409, body: { code: 'case.changed_meanwhile' } })
    expect((await camille.get(`/cases/${id}`)).body).toMatchObject({ state: 'open' })
    await Promise.all(
      ['Appelée', 'Rappelée'].map((text) => camille.post(`/cases/${id}/notes`, { text })),
    )
    const { body } = await camille.get<CaseView>(`/cases/${id}`)
    expect(body.thread.map(({ text }) => text).toSorted()).toEqual(['Appelée', 'Rappelée'])
  })

  test('is won or lost, and never closed', async () => {
    const { id, version } = await leadOf(await mentionOf('Un lit Morel ?'))
    expect((await camille.patch(`/cases/${id}`, { version, state: 'closed' })).status).toBe(422)
    expect((await camille.patch(`/cases/${id}`, { version, state: 'won' })).status).toBe(200)
    const ended = await camille.get<CasesPage>('/cases?state=ended')
    expect(ended.body.items.map((one) => one.id)).toContain(id)
  })

  test('belongs to its company alone', async () => {
    const mention = await mentionOf('Un secret Morel')
    const { id } = await leadOf(mention)
    const company = { name: 'Autre', language: 'fr', timeZone: 'Europe/Paris' }
    const { body } = await camille.post('/companies', company)
    const there = camille.of(body.id)
    expect((await there.get('/cases')).body.items).toEqual([])
    for (const answer of [
      await there.get(`/cases/${id}`),
      await there.patch(`/cases/${id}`, { version: 1, title: 'x' }),
      await there.post(`/cases/${id}/notes`, { text: 'x' }),
    ])
      expect(answer.status).toBe(404)
    const made = await there.post('/cases', { kind: 'lead', mentionIds: [mention.id] })
    expect(made.status).toBe(422)
  })
})

describe('what a case holds', () => {
  test('stays when other mentions have been kept long enough', async () => {
    const [held, loose] = [await mentionOf('Morel, un pied cassé'), await mentionOf('Morel, joli')]
    const { id } = await leadOf(held, { kind: 'case' })
    await camille.put('/mention-keeping', { months: 3 })
    desk.clock.advance(120 * 86_400_000)
    await desk.settle()
    const { body } = await camille.get<{ items: MentionView[] }>('/mentions?limit=200')
    const left = body.items.map((one) => one.id)
    expect(left).toContain(held.id)
    expect(left).not.toContain(loose.id)
    expect((await camille.get<CaseView>(`/cases/${id}`)).body.held).toHaveLength(1)
    await camille.put('/mention-keeping', { months: null })
  })
})

describe('somebody who is forgotten', () => {
  test('leaves the case, its title and its notes', async () => {
    const who = { remoteId: 'lucie', handle: '@lucie', name: 'Lucie Martin' }
    const mention = await mentionOf('Le vernis Morel sent fort', { author: who })
    const { id } = await leadOf(mention, { title: 'Rappeler Lucie Martin' })
    await camille.post(`/cases/${id}/notes`, { text: 'lucie préfère le soir' })
    const companyId = camille.headers['vigie-company'] ?? ''
    await forgetAuthor(desk.desk.db, { companyId, connectorId: 'press', remoteId: 'lucie' })
    await desk.settle()
    const { body } = await camille.get<CaseView>(`/cases/${id}`)
    expect([body.person, body.title, body.thread[0]?.text]).toEqual([
      null,
      'Rappeler …',
      '… préfère le soir',
    ])
  })
})

describe('an alert', () => {
  test('opens one case with one press, whoever presses, with its first posts', async () => {
    const mention = await mentionOf('Morel, un vernis toxique')
    const alertId = await stageAlert(mention)
    const opened = await Promise.all(
      [1, 2].map(() => camille.post<CaseView>(`/alerts/${alertId}/case`)),
    )
    const [first, second] = opened.map(({ body }) => body)
    expect(first).toMatchObject({ kind: 'case', title: 'Notre nom', alertId, id: second?.id })
    expect(first?.held.map(({ id }) => id)).toContain(mention.id)
  })
})

/** An alert about the query that found it, begun an hour before. */
async function stageAlert(mention: MentionView): Promise<string> {
  const facts = { terms: [], first: null, amplifier: null, negatives: null, silent: [] }
  const spread = { posts: 1, authors: 1, sources: 1, lastHour: 1, hourBefore: 0 }
  const began = new Date(Date.parse(mention.at) - 3_600_000)
  const { rows } = await sql<{ id: string }>`
    insert into alerts (id, company_id, query_id, query_name, scale, opened_at, began_at, count, expected, alarm,
      told_count, last_ring_at, facts)
    select gen_random_uuid(), company_id, id, name, 'hour', ${began}, ${began}, 20, 0.4, 5, 20, ${began},
      ${JSON.stringify({ ...facts, spread })}::jsonb
    from saved_queries where id = ${mention.queries[0]?.id} returning id`.execute(desk.desk.db)
  return rows[0]?.id ?? expect.fail('no alert')
}

const sofia = await join('Sofia Benali')

test('leads are asked for by whoever they are assigned to, or by being nobody’s', async () => {
  const given = await leadOf(await mentionOf('Un coffre Morel ?'), { assignedTo: sofia })
  const loose = await leadOf(await mentionOf('Un miroir Morel ?'))
  const idsOf = async (assigned: string) =>
    (await camille.get<CasesPage>(`/cases?limit=200&assigned=${assigned}`)).body.items.map(
      ({ id }) => id,
    )
  expect(await idsOf(sofia)).toContain(given.id)
  expect(await idsOf(sofia)).not.toContain(loose.id)
  expect(await idsOf('nobody')).toContain(loose.id)
  expect(await idsOf('nobody')).not.toContain(given.id)
  expect((await camille.get('/cases?assigned=everybody')).status).toBe(422)
})

describe('whoever is given a lead', () => {
  const given = () => desk.letters.filter(({ subject }) => subject.includes('vous est confié chez'))
  const later = async (minutes: number) => {
    desk.clock.advance(minutes * 60_000)
    await desk.settle()
  }
  beforeEach(() => void (desk.letters.length = 0))

  test('is written to once, and not of what they took themselves', async () => {
    const lead = await leadOf(await mentionOf('Une table Morel pour huit'), {
      assignedTo: sofia,
      dueOn: '2026-12-04',
    })
    await later(2)
    expect(given()).toHaveLength(1)
    const [letter] = given()
    expect(letter?.subject).toContain('Un prospect vous est confié chez')
    expect(letter?.text).toContain('À traiter pour le 4 décembre 2026.')
    expect(letter?.text).toContain(`/cases/${lead.id}`)
    const me = (await camille.get('/session')).body.user.id
    await camille.patch(`/cases/${lead.id}`, { version: 1, assignedTo: me })
    await later(10)
    expect(given()).toHaveLength(1)
  })

  test('is not written to when it was taken back at once', async () => {
    const lead = await leadOf(await mentionOf('Un banc Morel'), { assignedTo: sofia })
    await camille.patch(`/cases/${lead.id}`, { version: 1, assignedTo: null })
    await later(10)
    expect(given()).toEqual([])
  })
})

/** Somebody who joins Camille’s company: their id. */
async function join(name: string): Promise<string> {
  const email = 'sofia@atelier-morel.example'
  const { body } = await camille.post('/invitations', { email, role: 'editor' })
  const token = String(body.link).split('/').at(-1)
  const person = { name, email, password: 'bonne colle à bois' }
  const { cookie } = await desk.stranger.post(`/invitation/${token}/accept`, person)
  return (await desk.stranger.with({ cookie }).get('/session')).body.user.id
}
