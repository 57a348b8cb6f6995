import { sql } from 'kysely'
import type { OpenDesk } from '#main/desk.ts'
import type { Caller } from '#support/caller.ts'
import { times } from '../support/times.ts'

const ROUNDS = 30
const QUERIES = 10

/**
 * What each screen of listening asks, through the door, of companies that keep so many mentions each over two years:
 * p95 in milliseconds. Each mention is found by one of ten queries; one in a hundred by the last.
 */
export async function screens(
  { desk }: OpenDesk,
  owner: Caller,
  { companies, mentions }: { companies: number; mentions: number },
): Promise<Record<string, number>> {
  const people: Caller[] = []
  for (let i = 0; i < companies; i++) people.push(await fill(desk.db, owner, i, mentions))
  await sql`vacuum analyze`.execute(desk.db)
  const asked = people.slice(0, 10)
  const queries = await Promise.all(asked.map((one) => queryIds(one)))
  const urls: Record<string, (n: number) => string> = {
    mentions: () => '/mentions',
    'mentions, second page': () =>
      '/mentions?after=1780000000000.00000000-0000-0000-0000-000000000000',
    'mentions of a common query': (n) => `/mentions?queryId=${queries[n]?.[0]}`,
    'mentions of a rare query': (n) => `/mentions?queryId=${queries[n]?.[QUERIES - 1]}`,
    'mentions not seen': () => '/mentions?state=unseen',
    'mentions dismissed': () => '/mentions?state=dismissed',
    'mentions negative': () => '/mentions?sentiment=negative',
    'mentions with a risk': () => '/mentions?risk=boycott',
    'mentions of a past month': () =>
      '/mentions?since=2025-10-01T00:00:00Z&until=2025-11-01T00:00:00Z',
    'queries and their sparklines': () => '/queries?days=14',
    'queries over three months': () => '/queries?days=90',
    'twenty to judge': (n) => `/queries/${queries[n]?.[0]}/judging`,
    sources: () => '/sources',
    alerts: () => '/alerts',
    'alerts, count': () => '/alerts/count',
    'how long mentions are kept': () => '/mention-keeping',
  }
  const figures: Record<string, number> = {}
  for (const [name, url] of Object.entries(urls)) {
    const ask = async (round: number) => {
      const n = round % asked.length
      const answer = await asked[n]?.get(url(n))
      if (answer?.status !== 200) throw new Error(`${url(n)}: ${answer?.status}`)
    }
    for (let n = 0; n < asked.length; n++) await ask(n)
    const { p50_ms, p95_ms } = await times(ROUNDS, ask)
    figures[`${name}: p50_ms`] = p50_ms
    figures[`${name}: p95_ms`] = p95_ms
  }
  return figures
}

async function queryIds(person: Caller): Promise<string[]> {
  const { body } = await person.get<{ id: string }[]>('/queries')
  return body.map(({ id }) => id)
}

/** A company with its queries, a source and its mentions, the latest of today. */
async function fill(db: OpenDesk['desk']['db'], owner: Caller, i: number, mentions: number) {
  const company = { name: `Atelier ${i}`, language: 'fr', timeZone: 'Europe/Paris' }
  const { body } = await owner.post<{ id: string }>('/companies', company)
  const person = owner.of(body.id)
  const ids: string[] = []
  for (let n = 0; n < QUERIES; n++) {
    const query = { name: `Requête ${n}`, expression: `"atelier ${n}" OR chaise${n}` }
    const { body: saved } = await person.post<{ id: string }>('/queries', query)
    ids.push(saved.id)
  }
  await sql`
    with source as (
      insert into sources (id, company_id, connector_id, name, paused, created_at)
      values (uuidv7(), ${body.id}, 'rss', 'Journal', true, now() - interval '2 years') returning id
    ), kept as (
      insert into mentions (id, company_id, source_id, connector_id, remote_id, url, canonical_url, author, text, language,
        at, found_at, seen, dismissed, sentiment, confidence, intents, risks)
      select uuidv7(), ${body.id}, source.id, 'rss', n, 'https://journal.example/' || n, 'journal.example/' || n,
        jsonb_build_object('remoteId', n % 5000, 'handle', 'm' || n % 5000, 'name', 'Membre ' || n % 5000, 'followers', n % 9000),
        repeat('une chaise1 en chêne de l’atelier 1 ', 2 + (n % 7)::int), 'fr',
        now() - n * (interval '2 years' / ${mentions}::int), now(), n % 20 > 0 or n > 5000, n % 30 = 0,
        (array['negative', 'neutral', 'neutral', 'positive', 'unsure'])[1 + n % 5], 0.8,
        case when n % 7 = 0 then array['complaint'] else '{}' end, case when n % 2000 = 0 then array['boycott'] else '{}' end
      from source, generate_series(1, ${mentions}::bigint) n returning id, remote_id::bigint n
    ) insert into mention_hits (company_id, mention_id, query_id)
      select ${body.id}, id, (${ids}::uuid[])[case when n % 100 = 0 then ${QUERIES} else 1 + n % ${QUERIES - 1} end] from kept
  `.execute(db)
  return person
}
