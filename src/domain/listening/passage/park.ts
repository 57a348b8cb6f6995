import { v7 as uuid } from 'uuid'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { Text } from '#platform/text.ts'
import type { ListeningTables } from '../tables.ts'

/** Posts are other people's words: what nobody looked into for so long goes. */
const PARKED_DAYS = 30

export const PARKED_WORK = 'listening-parked'

/** What is set aside, and of whom when that could be read. */
export interface Hopeless {
  companyId: string | null
  sourceId: string | null
  body: Uint8Array
  times: number
  reason: Text
  /** What makes it the same post of its source, which is set aside once. */
  identity?: string
}

/** Sets aside what cannot be kept, with the reason. Whoever took it from the queue is done with it after that. */
export async function park(db: Executor, hopeless: Hopeless, now: Date): Promise<void> {
  await db.transaction().execute((trx) => parkIn(trx, hopeless, now))
}

/** The same, in the caller's transaction. */
export async function parkIn(trx: Executor, hopeless: Hopeless, now: Date): Promise<void> {
  const { companyId, sourceId, body, times, reason, identity = null } = hopeless
  const added = await tablesOf<ListeningTables>(trx)
    .insertInto('parkedPosts')
    .values({
      id: uuid(),
      companyId,
      sourceId,
      message: Buffer.from(body),
      reason: JSON.stringify(reason),
      times,
      parkedAt: now,
      identity,
    })
    .onConflict((c) => c.columns(['sourceId', 'identity']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return
  await wake(trx, PARKED_WORK)
  if (companyId && sourceId) await emit(trx, companyId, 'query.source_changed', { sourceId })
}

/** When the oldest of what is set aside goes; null when there is nothing. */
export async function nextToForget(db: Executor): Promise<Date | null> {
  const row = await tablesOf<ListeningTables>(db)
    .selectFrom('parkedPosts')
    .select((eb) => eb.fn.min('parkedAt').as('oldest'))
    .executeTakeFirst()
  return row?.oldest ? new Date(row.oldest.getTime() + PARKED_DAYS * 86_400_000) : null
}

/** @returns how many were too old, and are gone */
export async function forgetParked(db: Executor, now: Date): Promise<number> {
  const gone = await tablesOf<ListeningTables>(db)
    .deleteFrom('parkedPosts')
    .where('parkedAt', '<=', new Date(now.getTime() - PARKED_DAYS * 86_400_000))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** By source of the company, a sentence about what of it is set aside. */
export async function parkedBySource(
  db: Executor,
  companyId: string,
): Promise<Map<string, Parked>> {
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('parkedPosts')
    .select((eb) => [
      'sourceId',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('parkedAt').as('since'),
    ])
    .where('companyId', '=', companyId)
    .groupBy('sourceId')
    .execute()
  return new Map(
    rows.map(({ sourceId, count, since }) => [
      sourceId ?? '',
      { sentence: Number(count) === 1 ? one : many(Number(count)), since },
    ]),
  )
}

export interface Parked {
  sentence: Text
  since: Date
}

const one: Text = {
  en: 'One post could not be kept and is set aside. Whoever runs Vigie can see why, and retry it (bin/queue).',
  fr: 'Une publication n’a pas pu être gardée et reste de côté. Qui administre ce poste voit pourquoi, et peut la faire reprendre (bin/queue).',
}

const many = (count: number): Text => ({
  en: `${count} posts could not be kept and are set aside. Whoever runs Vigie can see why, and retry them (bin/queue).`,
  fr: `${count} publications n’ont pas pu être gardées et restent de côté. Qui administre ce poste voit pourquoi, et peut les faire reprendre (bin/queue).`,
})
