import { afterEach, beforeEach, expect } from 'vitest'
import { tablesOf } from '#platform/db/database.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk } from '#support/desk.ts'
import type { MentionView, QueryView, SourceView } from './api.ts'
import { type Pretend, pretend } from './fixture.ts'

/**
 * A desk with a newspaper and a network that say what the test tells them to. Each test has a company of its own,
 * `camille` at Atelier Morel, and sources that nobody else reads.
 */
export async function listeningDesk() {
  const press = pretend('press', 'La Presse', 'feed')
  const plaza = pretend('plaza', 'La Place', 'search')
  const test = await openTestDesk({
    now: '2026-11-23T09:00:00+01:00',
    connectors: [press.connector, plaza.connector],
  })
  const owner = await test.signUp()
  const here = { camille: owner }

  beforeEach(async () => {
    here.camille = await anotherCompany(owner, 'Atelier Morel')
    for (const network of [press, plaza]) silence(network)
  })
  afterEach(async () => {
    const { body } = await here.camille.get<SourceView[]>('/sources')
    for (const { id } of body) await here.camille.delete(`/sources/${id}`)
  })

  return {
    ...test,
    press,
    plaza,
    get camille() {
      return here.camille
    },
    anotherCompany: (name: string) => anotherCompany(owner, name),
    save: (expression: string, name?: string) => save(here.camille, expression, name),
    listenTo: (url?: string) => listenTo(here.camille, url),
    mentions: (query?: string) => mentionsOf(here.camille, query),
    async theSource(): Promise<SourceView> {
      const { body } = await here.camille.get<SourceView[]>('/sources')
      return body[0] ?? expect.fail('no source')
    },
    /** What was told to the rest of the desk under that name. */
    told: (name: string) =>
      tablesOf<{ events: { name: string; companyId: string; payload: unknown } }>(test.desk.db)
        .selectFrom('events')
        .select('payload')
        .where('name', '=', name)
        .where('companyId', '=', here.camille.headers['vigie-company'] ?? '')
        .execute(),
  }
}

async function anotherCompany(owner: Caller, name: string): Promise<Caller> {
  const company = { name, language: 'fr', timeZone: 'Europe/Paris' }
  const { body } = await owner.post('/companies', company)
  return owner.of(body.id)
}

function silence(network: Pretend): void {
  Object.assign(network, { says: [], failures: [], asked: [], meanwhile: async () => {} })
}

async function save(camille: Caller, expression: string, name?: string): Promise<QueryView> {
  const { status, body } = await camille.post('/queries', { expression, name })
  expect(status).toBe(201)
  return body
}

async function listenTo(
  camille: Caller,
  url = 'https://journal.example/feed',
): Promise<SourceView> {
  const settings = { url }
  const { status, body } = await camille.post('/sources', { connectorId: 'press', settings })
  expect(status).toBe(201)
  return body
}

async function mentionsOf(camille: Caller, query = ''): Promise<MentionView[]> {
  const { status, body } = await camille.get(`/mentions${query}`)
  expect(status).toBe(200)
  return body.items
}
