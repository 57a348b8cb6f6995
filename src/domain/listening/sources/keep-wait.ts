import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import type { Text } from '#platform/text.ts'
import type { Source } from '../model.ts'
import type { ListeningTables, Trouble } from '../tables.ts'

/** The fault is ours, not the source's: it is tried again soon, and no failure is counted. */
const AGAIN_MS = 10_000

/**
 * Keeps that a source waits, and for what; its place does not move.
 * @param lock the source as it is now, locked; nothing when it is ours no longer
 */
export async function keepWait(
  desk: Desk,
  { id }: Source,
  lock: (trx: Executor) => Promise<Source | undefined>,
  why: Text,
): Promise<void> {
  const now = desk.clock.now()
  await tablesOf<ListeningTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const present = await lock(trx)
      if (!present) return
      const trouble: Trouble = {
        sentence: why,
        since: present.trouble?.since ?? now.toISOString(),
      }
      await trx
        .updateTable('sources')
        .set({
          leaseUntil: null,
          holder: null,
          trouble: JSON.stringify(trouble),
          nextPollAt: new Date(now.getTime() + AGAIN_MS),
        })
        .where('id', '=', id)
        .execute()
      await trx
        .updateTable('sourceStreams')
        .set({ liveSince: null, perMinute: 0 })
        .where('sourceId', '=', id)
        .execute()
      if (present.trouble?.sentence.en !== why.en) {
        await emit(trx, present.companyId, 'query.source_changed', { sourceId: id })
      }
    })
}
