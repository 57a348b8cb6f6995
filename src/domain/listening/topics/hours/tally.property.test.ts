import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { listeningDesk } from '../../testing.ts'
import type { TopicsView } from '../api.ts'
import { DAY, periodOf } from '../period.ts'
import { sourcesOf, type Scope } from '../read-posts.ts'
import { tellTopics } from '../read-topics.ts'
import { slowElsewhere, slowTally } from '../slow-tally.fixture.ts'
import type { TermCount } from '../rising/term-counts.ts'
import { AtHand } from './at-hand.ts'
import { heardSince } from './heard-days.ts'
import { hoursSince } from './read-hours.ts'
import { type Tally, tallyOf } from './tally.ts'

const here = await listeningDesk()
const db = here.desk.db

const vocabulary = 'vernis,toxique,vernis toxique,berceau,chêne,rappel,#rappel,atelier,prix'.split(
  ',',
)
const post = fc.record({
  // Milliseconds before now: more of them lately, so that some terms rise.
  ago: fc.oneof(fc.integer({ min: 1, max: 8 * DAY }), fc.integer({ min: 1, max: 37 * DAY })),
  who: fc.integer({ min: 0, max: 12 }),
  source: fc.integer({ min: 0, max: 2 }),
  terms: fc.uniqueArray(fc.constantFrom(...vocabulary), { maxLength: 5 }),
  found: fc.integer({ min: 0, max: 3 }),
})
const change = fc.record({
  what: fc.constantFrom('delete', 'dismiss', 'say otherwise', 'find', 'change author'),
  which: fc.nat(),
})
type Post = typeof post extends fc.Arbitrary<infer One> ? One : never

/** Two queries and two sources heard for long, and posts, kept or only heard. */
async function stage(kept: readonly Post[], heard: readonly Post[]) {
  const companyId = here.camille.headers['vigie-company'] ?? ''
  await sql`delete from mentions where company_id = ${companyId}`.execute(db)
  await sql`delete from heard_terms where company_id = ${companyId}`.execute(db)
  const queries = [(await here.save('morel')).id, (await here.save('chaise')).id]
  const source = () => sql<{ id: string }>`
    insert into sources (id, company_id, connector_id, name, paused, created_at)
    values (gen_random_uuid(), ${companyId}, 'press', 'Presse', true, ${new Date(here.clock.now().getTime() - 90 * DAY)})
    returning id`
  const sources = [
    (await source().execute(db)).rows[0]?.id ?? null,
    (await source().execute(db)).rows[0]?.id ?? null,
    null,
  ]
  const at = ({ ago }: Post) => new Date(here.clock.now().getTime() - ago)
  const ids: string[] = []
  for (const one of kept) {
    const id = uuid()
    ids.push(id)
    const author = JSON.stringify({ remoteId: `p${one.who}`, name: 'P', handle: 'p' })
    await sql`
      insert into mentions (id, company_id, source_id, connector_id, remote_id, url, canonical_url, author, text, at, found_at,
        seen, dismissed, terms)
      values (${id}, ${companyId}, ${sources[one.source]}, 'press', ${id}, ${`https://x.example/${id}`}, ${id}, ${author}, 'x',
        ${at(one)}, now(), false, false, ${one.terms})`.execute(db)
    await find(companyId, id, queries[one.found % 2] ?? '')
  }
  for (const one of heard.filter(({ terms }) => terms.length > 0)) {
    await sql`
      insert into heard_terms (company_id, canonical_url, source_id, at, day, rank, voice, source_name, url, excerpt, terms)
      values (${companyId}, ${uuid()}, ${sources[one.source]}, ${at(one)}, ${at(one).toISOString().slice(0, 10)}, 1,
        ${`p${one.who}`}, 'Presse', 'https://x.example', 'x', ${one.terms})`.execute(db)
  }
  return { companyId, queries, ids }
}

const find = (companyId: string, id: string, queryId: string) =>
  sql`
  insert into mention_hits (company_id, mention_id, query_id) select company_id, id, ${queryId}::uuid from mentions
  where company_id = ${companyId} and id = ${id}::uuid on conflict do nothing`.execute(db)

async function alter(
  { companyId, queries, ids }: Awaited<ReturnType<typeof stage>>,
  { what, which }: { what: string; which: number },
): Promise<void> {
  const id = ids[which % Math.max(1, ids.length)]
  if (id === undefined) return
  if (what === 'find') await find(companyId, id, queries[which % 2] ?? '')
  else if (what === 'delete') await sql`delete from mentions where id = ${id}::uuid`.execute(db)
  else
    await sql`update mentions set ${
      what === 'dismiss'
        ? sql`dismissed = true`
        : what === 'change author'
          ? sql`author = '{"remoteId": "p1"}'`
          : sql`terms = array['prix', 'rappel']`
    } where id = ${id}::uuid`.execute(db)
}

const forgetOneHeard = (companyId: string) =>
  sql`
  delete from heard_terms where company_id = ${companyId} and canonical_url = (
    select canonical_url from heard_terms where company_id = ${companyId} order by at desc limit 1)`.execute(
    db,
  )

/** As many posts as before, at the same addresses. */
const sayOtherwise = (companyId: string) =>
  sql`update heard_terms set terms = array['prix', 'rappel'] where company_id = ${companyId}`.execute(
    db,
  )

async function packedDays(companyId: string): Promise<number> {
  const { rows } = await sql`select from heard_days where company_id = ${companyId}`.execute(db)
  return rows.length
}

/** What the screen shows, and what counting every row gives. */
async function both(scope: Scope, days: number): Promise<[TopicsView, TopicsView]> {
  const path = scope.of === 'heard' ? '/topics/unexpected' : '/topics'
  const { body } = await here.camille.get<TopicsView>(
    `${path}?days=${days}${scope.queryId ? `&queryId=${scope.queryId}` : ''}`,
  )
  const period = periodOf(here.clock.now(), days)
  const kept = await hoursSince(db, scope.companyId, period.usualSince, period.since)
  const { counted, tooNew } = await sourcesOf(db, scope.companyId, kept.hours, period)
  const tally = await slowTally(db, scope, period, counted)
  const said =
    scope.of === 'heard'
      ? await heardSince(db, scope.companyId, period.usualSince, period.since)
      : kept
  expect(plain(tallyOf(said, period, counted, scope.queryId))).toEqual(plain(tally))
  if (scope.of === 'heard') {
    for (const _ of ['from rows', 'from what was packed then']) {
      const read = await heardSince(
        db,
        scope.companyId,
        period.usualSince,
        period.since,
        new AtHand(0),
      )
      expect(plain(tallyOf(read, period, counted, undefined))).toEqual(plain(tally))
    }
  }
  const asked = body.together.map(({ word }) => word)
  const elsewhere = await slowElsewhere(db, scope, period.since, asked)
  const together = {
    terms: body.together.map(({ word, posts }) => ({
      term: word,
      posts,
      elsewhere: elsewhere.counts.get(word) ?? 0,
    })),
    elsewherePosts: elsewhere.posts,
  }
  return [body, await tellTopics(here.desk, scope, period, { tally, tooNew, together })]
}

/** Every count of a tally. */
function plain({ posts, weight, before, terms, tested, usual, weigh }: Tally) {
  const weighed = weigh(terms)
  const ofTerm = ({ term, posts: holding, ...count }: TermCount) => ({
    term,
    ...count,
    ids: holding.map(({ id }) => id).toSorted(),
    usual: inTime(usual(term).map(({ stretch, posts: many }) => ({ stretch, posts: many }))),
    weighed: inTime(weighed.get(term) ?? []),
  })
  const sorted = terms.map(ofTerm).toSorted((a, b) => (a.term < b.term ? -1 : 1))
  return { posts, weight, tested, before: inTime(before), terms: sorted }
}

const inTime = <T extends { stretch: number }>(counts: readonly T[]) =>
  counts
    .map(({ ...count }) => ({ ...count, term: undefined }))
    .toSorted((a, b) => a.stretch - b.stretch)

/** Of terms met as often, one may stand before another. */
const inOrder = (view: TopicsView) => ({
  ...view,
  map: view.map.toSorted((a, b) => (a.word < b.word ? -1 : 1)),
  topics: view.topics.map(({ examples: _, ...topic }) => topic),
})

test('topics counted from packed hours are those counted from every row, whatever was said and changed', async () => {
  let [told, packed] = [0, 0]
  await fc.assert(
    fc.asyncProperty(
      fc.array(post, { minLength: 40, maxLength: 120 }),
      fc.array(post, { minLength: 20, maxLength: 40 }),
      fc.array(change, { maxLength: 6 }),
      fc.constantFrom(1, 3, 7),
      async (kept, heard, changes, days) => {
        const staged = await stage(kept, heard)
        const { companyId, queries } = staged
        for (const one of [null, ...changes]) {
          if (one) await alter(staged, one)
          for (const queryId of [undefined, queries[0]]) {
            const [shown, slow] = await both({ companyId, of: 'mentions', queryId }, days)
            expect(inOrder(shown)).toEqual(inOrder(slow))
            told += shown.map.length
          }
        }
        for (const alterHeard of [async () => {}, forgetOneHeard, sayOtherwise]) {
          await alterHeard(companyId)
          const [shown, slow] = await both({ companyId, of: 'heard' }, days)
          expect(inOrder(shown)).toEqual(inOrder(slow))
          packed += await packedDays(companyId)
        }
      },
    ),
    { numRuns: 8, seed: 20_261_126 },
  )
  expect(told).toBeGreaterThan(0)
  expect(packed).toBeGreaterThan(0)
}, 120_000)

test('what was deleted leaves the topics at once, and the packed hours with it', async () => {
  const posts = Array.from({ length: 40 }, (_, i): Post => ({
    ago: (i % 20) * DAY + 1_000 + i,
    who: i % 12,
    source: 0,
    terms: ['vernis toxique', 'atelier'],
    found: 0,
  }))
  const { companyId } = await stage(posts, [])
  const scope = { companyId, of: 'mentions' } as const
  expect((await both(scope, 7))[0].posts).toBeGreaterThan(10)
  await sql`delete from mentions where company_id = ${companyId}`.execute(db)
  expect((await both(scope, 7))[0]).toMatchObject({ posts: 0, topics: [], map: [] })
  const { rows } = await sql`select from topic_hours where company_id = ${companyId}`.execute(db)
  expect(rows).toEqual([])
})

test('what was heard and is deleted leaves its packed day with it', async () => {
  const posts = Array.from({ length: 40 }, (_, i): Post => ({
    ago: (i % 20) * DAY + 1_000 + i,
    who: i % 12,
    source: 0,
    terms: ['vernis toxique', 'atelier'],
    found: 0,
  }))
  const { companyId } = await stage([], posts)
  await both({ companyId, of: 'heard' }, 7)
  const before = await packedDays(companyId)
  expect(before).toBeGreaterThan(10)
  await sql`
    delete from heard_terms where company_id = ${companyId} and day = (
      select min(day) from heard_terms where company_id = ${companyId})`.execute(db)
  expect(await packedDays(companyId)).toBe(before - 1)
})
