import { afterEach, beforeEach, expect } from 'vitest'
import type { Places } from '#connectors/_contract/connector.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk } from '#support/desk.ts'
import type { MentionView } from './mentions/api.ts'
import type { QueryView } from './saved-queries/api.ts'
import type { SourceView } from './sources/api.ts'
import { type Pretend, pretend } from './fixture.ts'

/** Rooms of a forum that anybody may read, by their names. */
const rooms: Places = {
  account: 'none',
  help: { en: 'A test.', fr: 'Un essai.' },
  fields: [
    { name: 'room', label: { en: 'Room', fr: 'Salle' }, kind: 'text', required: true },
    { name: 'all', label: { en: 'All', fr: 'Tout' }, kind: 'text', required: false },
  ],
  check: ({ room }) =>
    room === 'cave' ? { field: 'room', reason: { en: 'Too dark.', fr: 'Trop sombre.' } } : null,
  nameOf: ({ room }) => `Le Forum · ${room}`,
  readsAll: ({ all }) => all === 'yes',
}

/**
 * A desk with a newspaper, a forum and a network that say what the test tells them to. Each test has a company of its own,
 * `camille` at Atelier Morel, and sources that nobody else reads.
 */
export async function listeningDesk() {
  const press = pretend('press', 'La Presse', 'feed')
  const plaza = pretend('plaza', 'La Place', 'search')
  const forum = pretend('forum', 'Le Forum', 'search', { places: rooms })
  const test = await openTestDesk({
    now: '2026-11-23T09:00:00+01:00',
    connectors: [press.connector, plaza.connector, forum.connector],
  })
  const owner = await test.signUp()
  const here = { camille: owner }

  beforeEach(async () => {
    here.camille = await anotherCompany(owner, 'Atelier Morel')
    for (const network of [press, plaza, forum]) silence(network)
  })
  afterEach(async () => {
    const { body } = await here.camille.get<SourceView[]>('/sources')
    for (const { id } of body) await here.camille.delete(`/sources/${id}`)
  })

  return {
    ...test,
    press,
    plaza,
    forum,
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
  Object.assign(network, {
    says: [],
    failures: [],
    asked: [],
    trouble: undefined,
    gone: new Set(),
    meanwhile: async () => {},
  })
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
