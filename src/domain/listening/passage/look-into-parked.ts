import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Outgoing, Queue } from '#platform/queue/queue.ts'
import type { Text } from '#platform/text.ts'
import type { ListeningTables } from '../tables.ts'

const AT_ONCE = 200

export interface ParkedReason {
  reason: Text
  count: number
  since: Date
  /** The beginning of the oldest of them, as it came. */
  example: string
}

/** Why posts are set aside, of all companies, the commonest reason first. */
export async function parkedReasons(db: Executor): Promise<ParkedReason[]> {
  const rows = await tablesOf<ListeningTables>(db)
    .selectFrom('parkedPosts')
    .select(['reason', 'message', 'parkedAt'])
    .orderBy('parkedAt')
    .execute()
  const groups = Map.groupBy(rows, ({ reason }) => reason.en)
  return [...groups.values()]
    .flatMap((group) => {
      const [oldest] = group
      if (!oldest) return []
      const example = oldest.message.toString('utf8').slice(0, 300)
      return [{ reason: oldest.reason, count: group.length, since: oldest.parkedAt, example }]
    })
    .toSorted((a, b) => b.count - a.count)
}

/**
 * Puts back into the queue what is set aside, to be tried as if it were new. Killed amid it, some may be tried twice: nothing
 * is kept twice.
 * @returns how many
 * @throws QueueAway what is not back yet is still set aside
 */
export async function tryParkedAgain(db: Executor, queue: Queue): Promise<number> {
  const tables = tablesOf<ListeningTables>(db)
  let count = 0
  for (;;) {
    const rows = await tables
      .selectFrom('parkedPosts')
      .select(['id', 'companyId', 'message'])
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return count
    const back = rows.map(({ id, companyId, message }): Outgoing => ({
      id,
      topic: companyId ?? 'again',
      body: message,
    }))
    await queue.put(back)
    const ids = rows.map(({ id }) => id)
    await tables.deleteFrom('parkedPosts').where('id', 'in', ids).execute()
    count += rows.length
  }
}

/** Gives up what is set aside. @returns how many */
export async function giveUpParked(db: Executor): Promise<number> {
  const gone = await tablesOf<ListeningTables>(db).deleteFrom('parkedPosts').executeTakeFirst()
  return Number(gone.numDeletedRows)
}
