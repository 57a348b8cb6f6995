import { sql } from 'kysely'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { ListeningTables } from '../../tables.ts'
import type { Told } from './told.ts'

/** How far it has gone, and how fast it goes. */
export interface Spread {
  posts: number
  authors: number
  sources: number
  /** In the last hour, and in the one before. */
  lastHour: number
  hourBefore: number
}

const HOUR = 3_600_000

/** Counts everything that a query found since an episode began; a post without an author is one of its own. */
export async function spreadOf(
  db: Executor,
  queryId: string,
  began: Date,
  now: Date,
): Promise<Spread> {
  const hourAgo = new Date(now.getTime() - HOUR)
  const twoAgo = new Date(now.getTime() - 2 * HOUR)
  return tablesOf<ListeningTables>(db)
    .selectFrom('mentionHits')
    .innerJoin('mentions', 'mentions.id', 'mentionHits.mentionId')
    .select((eb) => [
      eb.fn.countAll<number>().as('posts'),
      sql<number>`count(distinct coalesce(nullif(author->>'remoteId', ''), mentions.id::text))`.as(
        'authors',
      ),
      sql<number>`count(distinct source_id)`.as('sources'),
      eb.fn.countAll<number>().filterWhere('mentions.at', '>', hourAgo).as('lastHour'),
      eb.fn
        .countAll<number>()
        .filterWhere('mentions.at', '>', twoAgo)
        .filterWhere('mentions.at', '<=', hourAgo)
        .as('hourBefore'),
    ])
    .where('mentionHits.queryId', '=', queryId)
    .where('mentions.dismissed', '=', false)
    .where('mentions.at', '>=', began)
    .where('mentions.at', '<=', now)
    .executeTakeFirstOrThrow()
}

/** The same of posts that are at hand. */
export function spreadAmong(told: readonly Told[], now: Date): Spread {
  const age = ({ at }: Told) => now.getTime() - at.getTime()
  return {
    posts: told.length,
    authors: new Set(told.map(({ id, author }) => author?.remoteId || id)).size,
    sources: new Set(told.map(({ sourceId }) => sourceId)).size,
    lastHour: told.filter((one) => age(one) < HOUR).length,
    hourBefore: told.filter((one) => age(one) >= HOUR && age(one) < 2 * HOUR).length,
  }
}
