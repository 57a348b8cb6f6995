import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { AlertView } from '#domain/listening/alerts/api.ts'
import { pretend, said } from '#domain/listening/fixture.ts'
import { discover } from '#main/discover.ts'
import type { Route } from '#platform/http/route.ts'
import { caller } from '#support/caller.ts'
import { openTestDesk } from '#support/desk.ts'
import { anyOf } from './any-of.ts'

/** The routes tried: those of listening and of cases, as they declare themselves. */
const TAGS = ['listening', 'cases']
const TRIES = 24
/** The same calls each time; another seed draws others. */
const SEED = Number(process.env['VIGIE_FUZZ_SEED'] ?? 20_261_126)

const press = pretend('press', 'La Presse', 'feed')
const atelier = await openTestDesk({ connectors: [press.connector] })
const camille = await atelier.signUp()
const isLast = ({ method }: Route) => Number(method === 'DELETE')
const routes = (await discover(atelier.desk)).routes
  .filter(({ tag, outside, multipart }) => TAGS.includes(tag) && !outside && !multipart)
  .toSorted((a, b) => isLast(a) - isLast(b))
const ids: string[] = []
/** By the beginning of a path, those that it may be about. */
const idsOf: Record<string, string[]> = {}

/** A desk in which there is one of each: what is asked about exists. */
beforeAll(async () => {
  press.says.push(said('Morel, une chaise en chêne'), said('Morel, livrée en retard. Une honte !'))
  const query = await camille.post('/queries', { expression: 'morel' })
  const source = await camille.post('/sources', {
    connectorId: 'press',
    settings: { url: 'https://journal.example/feed' },
  })
  await atelier.settle()
  const alertId = await stageAlert()
  const { body } = await camille.get('/mentions')
  const mentionIds = body.items.map(({ id }: AlertView) => id)
  const held = await camille.post('/cases', { kind: 'lead', mentionIds })
  Object.assign(idsOf, {
    queries: [query.body.id],
    sources: [source.body.id],
    mentions: mentionIds,
    cases: [held.body.id],
    alerts: [alertId],
  })
  ids.push(...Object.values(idsOf).flat())
  expect(ids).not.toContain(undefined)
})

test('every door is in the table', () => {
  expect(routes.length).toBeGreaterThan(40)
})

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s answers anything it is sent, and never by a mistake of ours',
  async (_, route) => {
    const wrong: unknown[] = []
    for (const sent of fc.sample(callsOf(route), { seed: SEED, numRuns: TRIES })) {
      const { status, headers, body } = await send(route, sent)
      const isProblem = String(headers['content-type']).startsWith('application/problem+json')
      if (status >= 500 || (status >= 400 && !isProblem)) wrong.push({ sent, status, body })
    }
    expect(wrong).toEqual([])
  },
)

/** An alert of an hour ago about the query. */
async function stageAlert(): Promise<string> {
  const facts = {
    terms: [],
    first: null,
    amplifier: null,
    negatives: null,
    spread: { posts: 24, authors: 20, sources: 1, lastHour: 20, hourBefore: 4 },
    silent: [],
  }
  const now = atelier.clock.now()
  const { rows } = await sql<{ id: string }>`
    insert into alerts (id, company_id, query_id, query_name, scale, opened_at, began_at, count, expected, alarm,
      told_count, last_ring_at, facts)
    select gen_random_uuid(), company_id, id, name, 'hour', ${now}, ${now}, 20, 0.4, 5, 20, ${now}, ${JSON.stringify(facts)}
    from saved_queries returning id`.execute(atelier.desk.db)
  return rows[0]?.id ?? expect.fail('no query')
}

interface Sent {
  path: string
  body: unknown
}

function callsOf(route: Route): fc.Arbitrary<Sent> {
  const params = route.params
    ? anyOf(route.params, idsOf[route.path.split('/')[1] ?? ''] ?? ids)
    : fc.constant({})
  const query = route.query ? anyOf(route.query, ids) : fc.constant({})
  const body = route.body ? anyOf(route.body, ids) : fc.constant(undefined)
  return fc.record({ params, query, body }).map(({ params, query, body }) => ({
    path: pathOf(route.path, asRecord(params)) + questionOf(asRecord(query)),
    body,
  }))
}

const asRecord = (value: unknown) =>
  (value && typeof value === 'object' ? value : {}) as Record<string, unknown>

const pathOf = (path: string, params: Record<string, unknown>) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => inUrl(params[name]))

const questionOf = (query: Record<string, unknown>) => {
  const parts = Object.entries(query).map(([name, value]) => `${inUrl(name)}=${inUrl(value)}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

const inUrl = (value: unknown) =>
  encodeURIComponent(
    (typeof value === 'string' ? value : JSON.stringify(value ?? '')).toWellFormed(),
  )

const send = ({ method }: Route, { path, body }: Sent) => {
  const json = caller(atelier.open.server, {
    ...camille.headers,
    'content-type': 'application/json',
  })
  const says = body === undefined ? undefined : JSON.stringify(body)
  if (method === 'GET') return json.with({}).get(path)
  if (method === 'POST') return says === undefined ? camille.post(path) : json.post(path, says)
  if (method === 'PUT') return says === undefined ? camille.put(path) : json.put(path, says)
  if (method === 'PATCH') return json.patch(path, says)
  return says === undefined ? camille.delete(path) : json.delete(path, says)
}
