import { type Executor, tablesOf } from '#platform/db/database.ts'
import { OUR_ACCOUNTS } from '../model.ts'
import type { ListeningTables } from '../tables.ts'

const DAY = 86_400_000
const WEEK = 7 * DAY

/** Which sources counts rest on, and since when all of them are listened to. */
export interface Counted {
  sourceIds: string[]
  since: Date | null
  /** Listened to for less than a week: what they bring would look like a rise. */
  tooNew: number
}

/**
 * Sources are counted together only over a time when all were listened to; a new one joins after its first week. In the
 * first week of a company all are new, and all are counted.
 */
export async function countedSources(db: Executor, companyId: string, now: Date): Promise<Counted> {
  const sources = await tablesOf<ListeningTables>(db)
    .selectFrom('sources')
    .select(['id', 'createdAt'])
    .where('companyId', '=', companyId)
    .where('paused', '=', false)
    .orderBy('id')
    .execute()
  const old = sources.filter(({ createdAt }) => now.getTime() - createdAt.getTime() >= WEEK)
  const counted = old.length > 0 ? old : sources
  const youngest = Math.max(...counted.map(({ createdAt }) => createdAt.getTime()))
  return {
    sourceIds: counted.map(({ id }) => id),
    since: counted.length > 0 ? new Date(youngest) : null,
    tooNew: sources.length - counted.length,
  }
}

/** A source that was not heard: a silence is not a calm. */
export interface Silent {
  name: string
  since: string
}

/** Sources that have been in trouble, or not read at all, for three hours or more. */
export async function silentSources(db: Executor, companyId: string, now: Date): Promise<Silent[]> {
  const sources = await tablesOf<ListeningTables>(db)
    .selectFrom('sources')
    .select(['name', 'trouble', 'lastPollAt', 'createdAt'])
    .where('companyId', '=', companyId)
    .where('paused', '=', false)
    // They may receive nothing for weeks; an account in trouble is told of by itself.
    .where('connectorId', '!=', OUR_ACCOUNTS)
    .orderBy('createdAt')
    .execute()
  return sources.flatMap(({ name, trouble, lastPollAt, createdAt }) => {
    const since = trouble ? new Date(trouble.since) : (lastPollAt ?? createdAt)
    const silent = now.getTime() - since.getTime() >= SILENCE
    return silent ? [{ name, since: since.toISOString() }] : []
  })
}

const SILENCE = 3 * 3_600_000
