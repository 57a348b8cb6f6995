import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { said } from '../fixture.ts'
import { listeningDesk } from '../testing.ts'
import type { Overview } from './api.ts'

const here = await listeningDesk()
const { press, clock, settle } = here

const post = fc.record({
  /** Some networks tell no author, or none that could be told from another. */
  who: fc.constantFrom('a', 'b', 'c', 'd', 'x:y', '', null),
  followers: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  words: fc.constantFrom('Morel', 'table', 'Morel et sa table'),
  /** Of those asked of, or of the day before. */
  day: fc.constantFrom('2026-11-21', '2026-11-22', '2026-11-19'),
})
const change = fc.record({ what: fc.constantFrom('dismiss', 'judge', 'nothing'), which: fc.nat() })

interface Written {
  id: string
  sourceId: string
  name: string | null
  author: string | null
  followers: number | null
  queries: string[]
  off: string[]
}

/** Every mention of the days asked of that is not dismissed, the latest first. */
async function written(): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select m.id, m.source_id, m.author->>'name' as name, m.author->>'remoteId' as author,
      (m.author->>'followers')::int as followers,
      array(select query_id from mention_hits h where h.mention_id = m.id) as queries,
      array(select query_id from query_judgements j where j.mention_id = m.id and not j.relevant) as off
    from mentions m where m.company_id = ${here.camille.headers['vigie-company']} and not m.dismissed
      and m.at >= '2026-11-20T00:00+01' and m.at < '2026-11-24T00:00+01' order by m.at desc`.execute(
    here.desk.db,
  )
  return rows
}

/** Authors as they are counted from every mention. */
function counted(
  all: readonly Written[],
  { queryId, sourceId }: Partial<Record<'queryId' | 'sourceId', string>>,
) {
  const some = all.filter(
    (one) =>
      one.author !== null &&
      (sourceId === undefined || one.sourceId === sourceId) &&
      one.queries.some((id) => !one.off.includes(id) && (queryId === undefined || id === queryId)),
  )
  return [...Map.groupBy(some, ({ author }) => author ?? '')]
    .map(([who, theirs]) => ({
      who,
      mentions: theirs.length,
      followers: theirs.reduce<number | null>(
        (most, { followers }) => (followers === null ? most : Math.max(followers, most ?? 0)),
        null,
      ),
    }))
    .toSorted(
      (a, b) =>
        b.mentions - a.mentions ||
        (b.followers ?? -1) - (a.followers ?? -1) ||
        (a.who < b.who ? -1 : 1),
    )
    .map(({ who, ...count }) => ({ ...count, handle: `@${who}` }))
}

test('authors are those counted from every mention, whatever was dismissed or judged off the subject', async () => {
  const queries = [(await here.save('morel')).id, (await here.save('table')).id]
  await here.listenTo()
  let told = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(post, { minLength: 10, maxLength: 40 }),
      fc.array(change, { maxLength: 8 }),
      async (posts, changes) => {
        for (const { who, followers, words, day } of posts) {
          const author = {
            remoteId: who ?? '',
            name: 'Lucie',
            handle: `@${who}`,
            ...(followers === undefined ? {} : { followers }),
          }
          press.says.push(
            said(words, {
              at: new Date(`${day}T10:00:00Z`),
              ...(who === null ? {} : { author }),
            }),
          )
        }
        clock.advance(3_600_000)
        await settle()
        const before = await written()
        for (const { what, which } of changes) {
          const one = before[which % before.length]
          const [queryId] = one?.queries ?? []
          if (!one || !queryId || what === 'nothing') continue
          const answer =
            what === 'dismiss'
              ? await here.camille.patch(`/mentions/${one.id}`, { dismissed: true })
              : await here.camille.put(`/queries/${queryId}/judgements`, {
                  mentionId: one.id,
                  relevant: false,
                })
          expect(answer.status).toBeLessThan(300)
        }
        const all = await written()
        const sourceId = all[0]?.sourceId ?? ''
        const scopes: Partial<Record<'queryId' | 'sourceId', string>>[] = [
          {},
          { queryId: queries[0] ?? '' },
          { sourceId },
        ]
        for (const asked of scopes) {
          const period = new URLSearchParams({ from: '2026-11-20', to: '2026-11-23', ...asked })
          const { body } = await here.camille.get<Overview>(`/listening/overview?${period}`)
          const shown = body.authors.map(({ handle, mentions, followers }) => ({
            mentions,
            followers,
            handle,
          }))
          expect(shown).toEqual(counted(all, asked).slice(0, 10))
          told += shown.length
        }
      },
    ),
    { numRuns: 6, seed: 20_261_126 },
  )
  expect(told).toBeGreaterThan(20)
}, 120_000)
